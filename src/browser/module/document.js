// Between HTML and what the editor holds.

import { DOMParser, DOMSerializer } from "prosemirror-model";
import { BLOCKS, HELD, schema, written } from "./schema.js";
import { edited } from "./sanitizer.js";

/** Puts a stand-in where the editor can't hold an element, and tells what it is. */
function setAside(root, names) {
  for (const element of [...root.children]) {
    if (HELD.has(element.tagName)) {
      setAside(element, names);
      continue;
    }
    const name = element.tagName.toLowerCase();
    names.push(name);
    const holder = document.createElement("kept");
    holder.setAttribute("as", element.matches(BLOCKS) ? "block" : "inline");
    holder.setAttribute("html", element.outerHTML);
    holder.setAttribute("of", name);
    element.replaceWith(holder);
  }
}

function parser(label) {
  const rules = ["block", "inline"].map((as) => ({
    tag: `kept[as=${as}]`,
    node: `kept_${as}`,
    getAttrs: (element) => ({
      html: element.getAttribute("html"),
      label: label(element.getAttribute("of")),
    }),
  }));
  return new DOMParser(schema, [...rules, ...DOMParser.schemaRules(schema)]);
}

/**
 * The document of an HTML text; `kept` names the elements that stand in it as they came, `removed`
 * says whether something active was taken out.
 */
export function fromHtml(html, label) {
  const { body, removed } = edited(html);
  const kept = [];
  setAside(body, kept);
  return { doc: parser(label).parse(body), kept, removed };
}

/** The document of a plain text: a paragraph for each line that an empty one ends. */
export function fromText(text) {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const inline = paragraph
      .split("\n")
      .flatMap((line, index) => [
        ...(index > 0 ? [schema.nodes.hard_break.create()] : []),
        ...(line === "" ? [] : [schema.text(line)]),
      ]);
    return schema.nodes.paragraph.create(null, inline);
  });
  return schema.nodes.doc.create(null, paragraphs);
}

/**
 * The HTML of a document; empty for one that holds nothing.
 *
 * It is put together in a document that nobody sees: pictures and styles fetch nothing there.
 */
export function toHtml(doc) {
  if (isEmpty(doc)) return "";
  const unseen = document.implementation.createHTMLDocument("");
  const asItCame = (node) => {
    const template = unseen.createElement("template");
    template.innerHTML = node.attrs.html;
    return template.content.firstChild ?? unseen.createTextNode("");
  };
  const shown = DOMSerializer.fromSchema(schema);
  const all = (show) => Object.entries(show).map(([name, it]) => [name, written(it)]);
  const { text, ...nodes } = shown.nodes;
  const serializer = new DOMSerializer(
    { ...Object.fromEntries(all(nodes)), text, kept_block: asItCame, kept_inline: asItCame },
    Object.fromEntries(all(shown.marks)),
  );
  const holder = unseen.createElement("div");
  holder.append(serializer.serializeFragment(doc.content, { document: unseen }));
  return holder.innerHTML;
}

/** The text of a document that needs no markup; `null` when it does. */
export function toText(doc) {
  let plain = true;
  doc.descendants((node) => {
    if (node.isText ? node.marks.length > 0 : !["paragraph", "hard_break"].includes(node.type.name))
      plain = false;
    else if (node.attrs.others || (node.attrs.tag ?? "p") !== "p") plain = false;
  });
  if (!plain) return null;
  return doc.textBetween(0, doc.content.size, "\n\n", (leaf) => (leaf.type.name === "hard_break" ? "\n" : ""));
}

function isEmpty(doc) {
  return doc.childCount === 1 && doc.firstChild.type === schema.nodes.paragraph && doc.firstChild.content.size === 0;
}
