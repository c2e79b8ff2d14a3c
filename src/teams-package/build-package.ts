// The Teams app package: filled manifest, its other languages and both icons, checked, in a zip whose bytes depend on nothing else.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { z } from "zod";
import { checkIcon } from "./check-icon.ts";
import { checkLanguage, checkManifest } from "./check-manifest.ts";
import { fill, fillManifest } from "./fill-manifest.ts";
import { readSettings, type Variables } from "./settings.ts";

export type Built = Readonly<
  { ok: true; appId: string; zip: Uint8Array } | { ok: false; problems: readonly string[] }
>;

const source = join(import.meta.dirname, "../../manifest");
const iconSizes = { "color.png": 192, "outline.png": 32 } as const;

/** Builds it in memory from the environment's settings; `problems` are sentences, all at once. */
export async function buildPackage(variables: Variables, folder = source): Promise<Built> {
  const read = readSettings(variables);
  const icons = await Promise.all(
    Object.entries(iconSizes).map(async ([file, size]) => {
      const png = new Uint8Array(await readFile(join(folder, file)));
      return { file, png, problems: checkIcon(file, png, size) };
    }),
  );
  const problems = [...(read.ok ? [] : read.problems), ...icons.flatMap((icon) => icon.problems)];
  if (!read.ok) return { ok: false, problems };
  const manifest = fillManifest(await readFile(join(folder, "manifest.json"), "utf8"), read.settings);
  const languages = await Promise.all(
    languageFiles(manifest).map(async (file) => ({
      file,
      texts: fill(await readFile(join(folder, file), "utf8"), read.settings),
    })),
  );
  problems.push(...(await checkManifest(manifest)));
  for (const { file, texts } of languages)
    problems.push(...(await checkLanguage(file, texts, manifest.manifestVersion)));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    appId: read.settings.appId,
    zip: zip({
      "manifest.json": written(manifest),
      ...Object.fromEntries(languages.map(({ file, texts }) => [file, written(texts)])),
      ...Object.fromEntries(icons.map(({ file, png }) => [file, png])),
    }),
  };
}

const written = (value: object): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

const inOtherLanguages = z.object({
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
});

const languageFiles = (manifest: unknown): readonly string[] =>
  inOtherLanguages.parse(manifest).localizationInfo.additionalLanguages.map(({ file }) => file);

/** The same bytes for the same files: the date is zip's earliest, whatever the clock and its time zone. */
const zip = (files: Zippable): Uint8Array => zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
