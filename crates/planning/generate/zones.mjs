// Writes the zone tables of this crate from Unicode CLDR.
//
//   npm install --prefix DIR cldr-core cldr-bcp47
//   node generate/zones.mjs DIR/node_modules src/zones/tables
//
// Reads   cldr-core/supplemental/windowsZones.json   Windows zone -> IANA zones by territory
//         cldr-bcp47/bcp47/timezone.json             every IANA name, grouped by what is one zone
// Writes  windows.rs   one row a Windows zone: all that the board links
//         iana.rs      one entry an IANA name, old and new: linked by the form alone
//
// Both tables are sorted by the lower-cased name, so that the look-up is a binary search.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [packages, target] = process.argv.slice(2);
if (!packages || !target) {
  console.error("usage: node generate/zones.mjs NODE_MODULES TARGET_FOLDER");
  process.exit(2);
}

const json = (path) => JSON.parse(readFileSync(join(packages, path), "utf8"));
const versions = ["cldr-core", "cldr-bcp47"].map((name) => `${name} ${json(`${name}/package.json`).version}`);
const rows = json("cldr-core/supplemental/windowsZones.json")
  .supplemental.windowsZones.mapTimezones.map((row) => row.mapZone);
const keys = json("cldr-bcp47/bcp47/timezone.json").keyword.u.tz;

const words = (text) => (text ?? "").split(/\s+/).filter(Boolean);
const lower = (name) => name.toLowerCase();
const byName = (a, b) => (lower(a) < lower(b) ? -1 : lower(a) > lower(b) ? 1 : 0);

// What is one zone under several names. CLDR keeps the oldest name first for stability; `_iana`
// is the name of today where the two differ (Asia/Calcutta first, Asia/Kolkata today).
const groups = Object.entries(keys)
  .filter(([key, zone]) => !key.startsWith("_") && key !== "unk" && zone._alias)
  .map(([, zone]) => ({ names: words(zone._alias), today: zone._iana ?? words(zone._alias)[0] }));
const groupOf = new Map(groups.flatMap((group) => group.names.map((name) => [name, group])));
const today = (name) => groupOf.get(name)?.today ?? name;

const windowsOf = new Map();
const primary = new Map();
for (const { _other: windows, _type: names, _territory: territory } of rows) {
  for (const name of words(names)) windowsOf.set(name, windows);
  if (territory === "001") primary.set(windows, words(names)[0]);
}
const windowsNames = [...primary.keys()].sort(byName);
if (windowsNames.length >= 255) throw new Error("a row number no longer fits a byte");

const head = (what) => `//! ${what}
//!
//! Generated, do not edit. Source: Unicode CLDR, packages ${versions.join(" and ")}
//! (Copyright © 2004-2026 Unicode, Inc., Unicode License v3). To generate anew, see the top of
//! \`generate/zones.mjs\`: \`node generate/zones.mjs NODE_MODULES src/zones/tables\`.
`;

const packed = (entries) => {
  const lines = [];
  let line = "   ";
  for (const entry of entries) {
    if (line.length + entry.length + 2 > 100) {
      lines.push(line);
      line = "   ";
    }
    line += ` ${entry},`;
  }
  return [...lines, line].join("\n");
};

const older = windowsNames
  .map((windows) => primary.get(windows))
  .filter((name, index, all) => today(name) !== name && all.indexOf(name) === index)
  .sort((a, b) => byName(today(a), today(b)));

writeFileSync(
  join(target, "windows.rs"),
  `${head("Windows zone names with the IANA zone that stands for each.")}
/// A line for each zone: Windows name, \`=\`, primary IANA name; sorted by the lower-cased Windows name.
/// One text, because a table of texts weighs as much again for their places.
pub(in crate::zones) static WINDOWS: &str = "\\
${windowsNames.map((name) => `${name}=${today(primary.get(name))}`).join("\n")}
";

/// Today's and the older name of primaries that were renamed: an old browser may know only the latter.
pub(in crate::zones) static RENAMED: [(&str, &str); ${older.length}] = [
${older.map((name) => `    ("${today(name)}", "${name}"),`).join("\n")}
];
`,
);

const names = [...new Set([...groupOf.keys(), ...windowsOf.keys()])].sort(byName);
const indexOf = new Map(names.map((name, index) => [name, index]));
const windowsIndex = new Map(windowsNames.map((name, index) => [name, index]));
const rowOf = (name) => {
  const windows = (groupOf.get(name)?.names ?? [name]).map((one) => windowsOf.get(one)).find(Boolean);
  return windows === undefined ? 255 : windowsIndex.get(windows);
};

writeFileSync(
  join(target, "iana.rs"),
  `${head("Every IANA zone name, old and new, with its Windows zone.")}
/// Row number for a zone that Windows doesn't have: beyond the table.
#[cfg(test)]
pub(in crate::zones) const NO_WINDOWS: u8 = 255;

/// IANA name, row in \`WINDOWS\`, index here of the name of today; sorted by the lower-cased name.
#[rustfmt::skip]
pub(in crate::zones) static IANA: [(&str, u8, u16); ${names.length}] = [
${packed(names.map((name) => `("${name}", ${rowOf(name)}, ${indexOf.get(today(name))})`))}
];
`,
);

console.log(`${windowsNames.length} Windows zones, ${older.length} renamed, ${names.length} IANA names`);
