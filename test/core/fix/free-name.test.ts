// Names that a repair may give to what it adds.
import { freeName } from "../../../src/core/fix/free-name.ts";

test.each([
  [[], "-", "link"],
  [["other"], "-", "link"],
  [["link"], "-", "link-2"],
  [["LINK", "link-2", "link-4"], "-", "link-3"],
  [["link", "link2"], "", "link3"],
])("beside %j", (taken, separator, name) => {
  expect(freeName("link", taken, separator)).toBe(name);
});
