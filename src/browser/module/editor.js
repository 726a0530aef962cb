// The rich text editor of a description.

import { baseKeymap, chainCommands, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { EditorState, Plugin } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { DOMParser } from "prosemirror-model";
import { fromHtml, fromText, toHtml, toText } from "./document.js";
import { edited } from "./sanitizer.js";
import { schema } from "./schema.js";
import { toolbar } from "./toolbar.js";

const { marks, nodes } = schema;

/**
 * Opens an editor in `host`.
 *
 * `words` are the labels, `attributes` go to the editable element, and `changed` hears each change:
 * the content and whether it is HTML. A plain text stays one until markup is used.
 */
export function open(host, content, isHtml, words, attributes, changed) {
  const label = (name) => words.keeps.replace("{}", words[`kept_${name}`] ?? name);
  const read = (text, html) => (html ? fromHtml(text, label) : { doc: fromText(text), kept: [], removed: false });
  let first = read(content, isHtml);
  let plain = !isHtml;

  const view = new EditorView(null, {
    state: state(first.doc),
    attributes,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      bar.update(view.state);
      if (!transaction.docChanged || transaction.getMeta("given")) return;
      const text = plain ? toText(view.state.doc) : null;
      if (text === null) changed(toHtml(view.state.doc), true);
      else changed(text, false);
    },
    transformPastedHTML: (html) => edited(html).body.innerHTML,
    // what is pasted keeps nothing that can't be edited
    clipboardParser: DOMParser.fromSchema(schema),
  });
  const bar = toolbar(view, words);
  bar.update(view.state);
  host.replaceChildren(bar.element, view.dom);

  return {
    /** Names of the elements that stand in the text as they came. */
    kept: first.kept.join(","),
    removed: first.removed,
    /** Shows another content, which isn't the user's doing. */
    give(text, html) {
      plain = !html;
      const { doc } = read(text, html);
      const all = view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content);
      view.dispatch(all.setMeta("given", true).setMeta("addToHistory", false));
    },
    /** Tells assistive technology whether the text can be sent like this. */
    mark(invalid) {
      view.setProps({ attributes: invalid ? { ...attributes, "aria-invalid": "true" } : attributes });
    },
    close: () => view.destroy(),
  };

  function state(doc) {
    const list = nodes.list_item;
    return EditorState.create({
      doc,
      plugins: [
        history(),
        keymap({
          "Mod-b": toggleMark(marks.strong),
          "Mod-i": toggleMark(marks.em),
          "Mod-k": () => (bar.askLink(), true),
          "Mod-z": undo,
          "Mod-y": redo,
          "Shift-Mod-z": redo,
          "Shift-Mod-8": wrapInList(nodes.bullet_list),
          "Shift-Mod-7": wrapInList(nodes.ordered_list),
          "Mod-]": sinkListItem(list),
          "Mod-[": liftListItem(list),
          Enter: splitListItem(list),
          "Shift-Enter": chainCommands((state, dispatch) => {
            dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
            return true;
          }),
        }),
        keymap(baseKeymap),
        new Plugin({ props: { handleDOMEvents: { drop: (_, event) => event.dataTransfer?.files.length > 0 } } }),
      ],
    });
  }
}
