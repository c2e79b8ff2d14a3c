// Whether Teams would take a manifest and the file of a language: Microsoft's published schemas, and that no placeholder
// is left. No network.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ValidateFunction } from "ajv";
import draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";

const root = join(import.meta.dirname, "../..");
const require = createRequire(join(root, "package.json"));

/** One sentence for each thing that Teams would refuse; empty when it would take it. */
export const checkManifest = (manifest: Filled): Promise<string[]> =>
  check("manifest.json", manifest, "MicrosoftTeams.schema.json", String(manifest.manifestVersion));

/** The same of a language's file; `version`: the manifest's. */
export const checkLanguage = (file: string, texts: Filled, version: unknown): Promise<string[]> =>
  check(file, texts, "MicrosoftTeams.Localization.schema.json", String(version));

type Filled = Readonly<Record<string, unknown>>;

async function check(file: string, filled: Filled, published: string, version: string): Promise<string[]> {
  return [...leftOver(file, filled), ...(await againstSchema(file, filled, published, version))];
}

const leftOver = (file: string, filled: Filled): string[] =>
  [...new Set(JSON.stringify(filled).match(/\$\{[^}"]*\}?/g))].map(
    (text) => `${file} still says ${text}: no setting of this name exists.`,
  );

async function againstSchema(
  file: string,
  filled: Filled,
  published: string,
  version: string,
): Promise<string[]> {
  const key = `${published} ${version}`;
  const validate = compiled.get(key) ?? compile(await publishedSchema(published, version));
  if (validate === null) return [`${file}: no schema is known for manifestVersion ${version}.`];
  compiled.set(key, validate);
  validate(filled);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${file}${instancePath || "/"} ${message ?? "is not valid"}.`,
  );
}

/** To compile one takes a hundred times as long as to check a manifest against it. */
const compiled = new Map<string, ValidateFunction>();

function compile(schema: object | null): ValidateFunction | null {
  if (schema === null) return null;
  // Its patterns have brackets that Unicode's stricter grammar does not take.
  const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

/** As `@microsoft/app-manifest` ships it; null for a version that it does not know. */
async function publishedSchema(published: string, version: string): Promise<object | null> {
  const shipped = dirname(require.resolve("@microsoft/app-manifest/package.json"));
  const file = join(shipped, "build/json-schemas/teams", `v${version}`, published);
  const text = /^[\w.]+$/.test(version) ? await readFile(file, "utf8").catch(() => null) : null;
  return text === null ? null : JSON.parse(text);
}
