// Makes HTML of other people safe: to be shown, and to be edited.
//
// Loaded when there is HTML to show. Shown is what a description needs and nothing that reaches out
// of it: no pictures from elsewhere (they tell their owner who reads), no styles, no ids.

import createPurifier from "dompurify";

const SHOWN = {
  ALLOWED_TAGS: [
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "ol", "p", "pre", "q", "s", "small",
    "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
  ],
  ALLOWED_ATTR: ["colspan", "dir", "href", "lang", "rowspan", "scope", "start", "title"],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

// What is edited is written back, so it may hold more; nothing of it runs, asks or reaches out
// before somebody else's reader decides to show it.
const EDITED = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    "audio", "button", "dialog", "form", "input", "map", "meter", "optgroup", "option", "progress",
    "select", "source", "style", "template", "textarea", "track", "video",
  ],
  FORBID_ATTR: ["id", "name", "background", "srcset", "popover", "popovertarget"],
  ALLOW_DATA_ATTR: false,
};

const SAFE_ADDRESS = /^(?:https?|mailto|tel):/i;

const purifier = createPurifier(window);

purifier.addHook("afterSanitizeAttributes", (element) => {
  for (const name of ["href", "src", "cite"]) {
    const address = element.getAttribute?.(name)?.trim();
    if (address !== undefined && !SAFE_ADDRESS.test(address)) element.removeAttribute(name);
  }
});

/** HTML that may stand in the page; links leave it for a tab of their own. */
export function shown(html) {
  const fragment = purifier.sanitize(html, { ...SHOWN, RETURN_DOM_FRAGMENT: true });
  for (const link of fragment.querySelectorAll("a[href]")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer nofollow";
  }
  // headings of a description stand below those of the page
  for (const heading of fragment.querySelectorAll("h1, h2")) {
    const lower = document.createElement("h3");
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  const holder = document.createElement("div");
  holder.append(fragment);
  return holder.innerHTML;
}

/** HTML to be edited, as a tree, and whether anything was taken out that would have been active. */
export function edited(html) {
  const body = purifier.sanitize(html, { ...EDITED, RETURN_DOM: true });
  return { body, removed: purifier.removed.length > 0 };
}
