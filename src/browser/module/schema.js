// What the editor holds: blocks of text, lists, bold, italic, links; and, unchanged, everything else.

import { Schema } from "prosemirror-model";

/** What reads as a block of text; all but the first keep their tag and can't be made here. */
const TEXTS = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "address", "pre", "dt", "dd", "figcaption"];
/** Boxes around blocks. */
const BOXES = ["div", "section", "article", "center", "blockquote", "header", "footer", "figure", "dl"];
/** Ways to set words off that have no tool here. */
const SET_OFF = [
  "span", "font", "u", "s", "strike", "del", "ins", "sub", "sup", "small", "big", "code", "kbd",
  "mark", "abbr", "q", "cite",
];

/** Whatever stands as a block of its own. */
export const BLOCKS = [...TEXTS, ...BOXES, "ul", "ol", "table", "hr", "kept[as=block]"].join(",");

/** The tags that the editor holds; everything else is set aside. */
export const HELD = new Set(
  [...TEXTS, ...BOXES, ...SET_OFF, "ul", "ol", "li", "br", "a", "strong", "b", "em", "i"].map((it) =>
    it.toUpperCase(),
  ),
);

/** Attributes that an element keeps although the editor has no use for them. */
function others(element, own = []) {
  const kept = {};
  for (const { name, value } of element.attributes) if (!own.includes(name)) kept[name] = value;
  return Object.keys(kept).length > 0 ? kept : null;
}

// What stands in the page has none of the attributes: a style may fetch things or look like the app.
// They are there again when the document is written, see `written`.
const tagged = (element) => ({ tag: element.tagName.toLowerCase(), others: others(element) });
const asTagged = ({ attrs }) => [attrs.tag, 0];

function list(tag) {
  return {
    attrs: { others: { default: null } },
    group: "block",
    content: "list_item+",
    parseDOM: [{ tag, getAttrs: (element) => ({ others: others(element) }) }],
    toDOM: () => [tag, 0],
  };
}

function mark(tags, tag) {
  return {
    attrs: { others: { default: null } },
    parseDOM: tags.map((it) => ({ tag: it, getAttrs: (element) => ({ others: others(element) }) })),
    toDOM: () => [tag, 0],
  };
}

/** A stand-in for what can't be edited here; written back as it came. */
function kept(inline) {
  return {
    attrs: { html: {}, label: {} },
    group: inline ? "inline" : "block",
    inline,
    atom: true,
    selectable: true,
    toDOM: (node) => [inline ? "span" : "div", { class: "kept", contenteditable: "false" }, node.attrs.label],
  };
}

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      attrs: { tag: { default: "p" }, others: { default: null } },
      group: "block",
      content: "inline*",
      parseDOM: [
        ...TEXTS.map((tag) => ({ tag, getAttrs: tagged })),
        // a box of words alone is a block of text
        ...BOXES.map((tag) => ({
          tag,
          priority: 60,
          getAttrs: (element) => (element.querySelector(BLOCKS) ? false : tagged(element)),
        })),
      ],
      toDOM: asTagged,
    },
    box: {
      attrs: { tag: { default: "div" }, others: { default: null } },
      group: "block",
      content: "block+",
      parseDOM: BOXES.map((tag) => ({ tag, getAttrs: tagged })),
      toDOM: asTagged,
    },
    bullet_list: list("ul"),
    ordered_list: list("ol"),
    list_item: {
      attrs: { others: { default: null } },
      content: "paragraph block*",
      defining: true,
      parseDOM: [{ tag: "li", getAttrs: (element) => ({ others: others(element) }) }],
      toDOM: () => ["li", 0],
    },
    kept_block: kept(false),
    text: { group: "inline" },
    hard_break: {
      group: "inline",
      inline: true,
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    kept_inline: kept(true),
  },
  marks: {
    link: {
      attrs: { href: { default: null }, others: { default: null } },
      inclusive: false,
      parseDOM: [
        {
          tag: "a",
          getAttrs: (element) => ({
            href: element.getAttribute("href"),
            others: others(element, ["href"]),
          }),
        },
      ],
      toDOM: ({ attrs }) => ["a", { ...(attrs.href && { href: attrs.href }) }, 0],
    },
    strong: mark(["strong", "b"], "strong"),
    em: mark(["em", "i"], "em"),
    set_off: {
      attrs: { tag: { default: "span" }, others: { default: null } },
      // one may stand in another
      excludes: "",
      parseDOM: SET_OFF.map((tag) => ({ tag, getAttrs: tagged })),
      toDOM: asTagged,
    },
  },
});

/** How a node or mark is written: as it is shown, with the attributes it came with. */
export function written(show) {
  return (content) => {
    const [tag, ...rest] = show(content);
    const own = typeof rest[0] === "object" ? rest.shift() : {};
    return [tag, { ...content.attrs.others, ...own }, ...rest];
  };
}
