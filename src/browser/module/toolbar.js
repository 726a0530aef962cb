// The editor's tools: one stop for Tab, arrows between them (ARIA toolbar pattern).

import { toggleMark } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { schema } from "./schema.js";

const { marks, nodes } = schema;
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:)\S+$/i;

export function toolbar(view, words) {
  const tools = [
    tool(words.bold, "B", marked(marks.strong), toggleMark(marks.strong), "bold"),
    tool(words.italic, "I", marked(marks.em), toggleMark(marks.em), "italic"),
    tool(words.bullets, "•", within(nodes.bullet_list), list(nodes.bullet_list), "bullets"),
    tool(words.numbers, "1.", within(nodes.ordered_list), list(nodes.ordered_list), "numbers"),
    tool(words.link, words.link, marked(marks.link), () => askLink(), "link"),
  ];
  const element = document.createElement("div");
  element.className = "editor-tools";
  const bar = document.createElement("div");
  bar.className = "row";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.tools);
  bar.append(...tools.map((it) => it.button));
  const form = linkForm();
  element.append(bar, form.element);
  tools.forEach(({ button }, index) => (button.tabIndex = index === 0 ? 0 : -1));
  bar.addEventListener("keydown", (event) => {
    const buttons = tools.map((it) => it.button);
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const next = buttons[to];
    if (!next) return;
    event.preventDefault();
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  });

  return { element, askLink, update: (state) => tools.forEach((it) => it.update(state)) };

  function tool(name, sign, active, command, kind) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `button subtle ${kind}`;
    button.textContent = sign;
    button.setAttribute("aria-label", name);
    button.title = name;
    // the selection stays where it is
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => command(view.state, view.dispatch, view));
    const update = (state) => button.setAttribute("aria-pressed", String(active(state)));
    return { button, update };
  }

  function askLink() {
    form.open();
  }

  /** The address of a link, asked in place. */
  function linkForm() {
    const element = document.createElement("div");
    element.className = "row";
    element.hidden = true;
    const input = document.createElement("input");
    input.className = "input";
    input.type = "url";
    input.setAttribute("aria-label", words.address);
    input.placeholder = "https://";
    const problem = document.createElement("span");
    problem.setAttribute("role", "alert");
    const apply = button(words.apply, () => set());
    const remove = button(words.unlink, () => done(null));
    const cancel = button(words.cancel, close);
    element.append(input, apply, remove, cancel, problem);
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      else if (event.key === "Enter" && event.target === input) set();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return { element, open };

    function say(text) {
      problem.className = text ? "problem" : "";
      problem.textContent = text;
    }

    function open() {
      const { from, $from, empty } = view.state.selection;
      const at = marks.link.isInSet($from.marks()) ?? marks.link.isInSet(view.state.doc.nodeAt(from)?.marks ?? []);
      input.value = at?.attrs.href ?? "";
      say("");
      remove.hidden = !at;
      element.dataset.empty = String(empty && !at);
      element.hidden = false;
      input.focus();
    }

    function set() {
      let address = input.value.trim();
      if (/^[^\s:/@]+\.[^\s@]+$/.test(address)) address = `https://${address}`;
      if (/^[^\s@/]+@[^\s@/]+$/.test(address)) address = `mailto:${address}`;
      if (!ADDRESS.test(address)) {
        say(words.noAddress);
        input.focus();
        return;
      }
      done(address);
    }

    function done(address) {
      let { from, to } = view.state.selection;
      const { tr } = view.state;
      if (from === to) {
        const around = linkAround(view.state.selection.$from);
        if (around) [from, to] = around;
        else if (address) {
          tr.insertText(address, from);
          to = from + address.length;
        }
      }
      tr.removeMark(from, to, marks.link);
      if (address) tr.addMark(from, to, marks.link.create({ href: address }));
      view.dispatch(tr.scrollIntoView());
      close();
    }

    function close() {
      element.hidden = true;
      view.focus();
    }
  }

  function button(name, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = name;
    button.addEventListener("click", act);
    return button;
  }
}

/** From where to where the link under the cursor reaches. */
function linkAround($at) {
  const parent = $at.parent;
  let found = null;
  parent.forEach((node, offset) => {
    const from = $at.start() + offset;
    if (marks.link.isInSet(node.marks) && from <= $at.pos && $at.pos <= from + node.nodeSize)
      found = [from, from + node.nodeSize];
  });
  return found;
}

function marked(type) {
  return ({ selection, storedMarks, doc }) => {
    const { from, to, $from, empty } = selection;
    return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
  };
}

function within(type) {
  return ({ selection: { $from } }) => {
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      const node = $from.node(depth);
      if ([nodes.bullet_list, nodes.ordered_list].includes(node.type)) return node.type === type;
    }
    return false;
  };
}

function list(type) {
  return (state, dispatch) =>
    within(type)(state) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch);
}
