// The Teams app manifest: valid by Microsoft's own schema once its placeholder is filled, and true to the product.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { parseIntent } from "../src/core/chat/parse-intent.ts";

const appId = "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14";
const manifest = JSON.parse(
  readFileSync("manifest/manifest.json", "utf8").replaceAll(/\$\{MICROSOFT_APP_ID\}/g, appId),
);
const require = createRequire(join(process.cwd(), "package.json"));

const validate = () => {
  const root = dirname(require.resolve("@microsoft/app-manifest/package.json"));
  const file = `${root}/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`;
  const ajv = new draft04.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(file, "utf8")));
};

test("is valid by the published schema", () => {
  const check = validate();
  check(manifest);
  expect(check.errors).toBeNull();
});

test("the schema refuses what it does not know", () => {
  expect(validate()({ ...manifest, sparkle: true })).toBe(false);
});

test.each([
  ["color.png", 192],
  ["outline.png", 32],
])("%s is %i pixels wide and high", (file, size) => {
  const png = readFileSync(`manifest/${file}`);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

test.each(manifest.bots[0].commandLists[0].commands as { title: string }[])(
  "the menu's $title is understood",
  ({ title }) => {
    expect(parseIntent(title)).toMatchObject({ ok: true });
  },
);
