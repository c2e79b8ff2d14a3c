// `npm run package`: which settings make a package, what is in it, and how a wrong one is refused.
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import packageJson from "../package.json" with { type: "json" };
import { buildPackage } from "../src/teams-package/build-package.ts";
import { checkIcon } from "../src/teams-package/check-icon.ts";
import { checkLanguage, checkManifest } from "../src/teams-package/check-manifest.ts";
import { packageApp } from "../src/teams-package/package-app.ts";
import { readSettings } from "../src/teams-package/settings.ts";

/** As a deployment leaves it behind that did not fill its variables. */
const unfilled = "$".concat("{TEAM}");
const appId = "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14";
const good = {
  MICROSOFT_APP_ID: appId,
  TEAMS_DEVELOPER_NAME: 'Contoso "platform" team',
  TEAMS_WEBSITE_URL: "https://intranet.contoso.example/aks-oncall",
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "package-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(variables: Record<string, string>, args: readonly string[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await packageApp(args, {
    variables,
    folder,
    envFile: join(folder, "none.env"),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const zipName = `aks-oncall-${packageJson.version}.zip`;

async function unpacked(variables: Record<string, string> = good) {
  const built = await buildPackage(variables);
  if (!built.ok) throw new Error(built.problems.join("\n"));
  const files = unzipSync(built.zip);
  return { files, manifest: JSON.parse(new TextDecoder().decode(files["manifest.json"])) };
}

describe("the package", () => {
  test("is one zip with the manifest and both icons as they are", async () => {
    expect(await run(good)).toMatchObject({ code: 0, out: expect.stringContaining(zipName), err: "" });
    const files = unzipSync(await readFile(join(folder, zipName)));
    expect(Object.keys(files).toSorted()).toEqual([
      "color.png",
      "de.json",
      "manifest.json",
      "outline.png",
      "zh-cn.json",
    ]);
    for (const icon of ["color.png", "outline.png"])
      expect(Buffer.from(files[icon] ?? []).equals(await readFile(`manifest/${icon}`))).toBe(true);
  });

  test("says the settings, the version of the product, and nothing else than the template", async () => {
    const { manifest } = await unpacked();
    const template = JSON.parse(await readFile("manifest/manifest.json", "utf8"));
    expect(manifest).toEqual({
      ...template,
      version: packageJson.version,
      id: appId,
      developer: {
        name: good.TEAMS_DEVELOPER_NAME,
        websiteUrl: good.TEAMS_WEBSITE_URL,
        privacyUrl: good.TEAMS_WEBSITE_URL,
        termsOfUseUrl: good.TEAMS_WEBSITE_URL,
      },
      name: { short: "AKS On-Call", full: "AKS On-Call: why can't I reach this cluster?" },
      bots: [{ ...template.bots[0], botId: appId }],
      validDomains: ["token.botframework.com"],
      webApplicationInfo: { id: appId, resource: `api://botid-${appId}` },
    });
  });

  test.each(["de.json", "zh-cn.json"])("says the settings in %s too", async (file) => {
    const { files, manifest } = await unpacked({ ...good, TEAMS_APP_NAME: "On-Call (test)" });
    const texts = JSON.parse(new TextDecoder().decode(files[file]));
    expect(texts).toMatchObject({
      "name.short": "On-Call (test)",
      "name.full": expect.stringContaining("On-Call (test)"),
    });
    expect(await checkLanguage(file, texts, manifest.manifestVersion)).toEqual([]);
  });

  test.each([
    [{ "name.short": "x".repeat(31) }, /^de\.json\/name.short must NOT have more than 30 characters/],
    [{ "bots[0].commandLists[0].commands[12].description": "x" }, /^de\.json\/ must NOT have additional/],
    [{ "description.full": unfilled }, /^de\.json still says \$\{TEAM\}/],
  ])("a language that says %j is refused", async (wrong, said) => {
    const { files, manifest } = await unpacked();
    const texts = JSON.parse(new TextDecoder().decode(files["de.json"]));
    const problems = await checkLanguage("de.json", { ...texts, ...wrong }, manifest.manifestVersion);
    expect(problems).toEqual([expect.stringMatching(said)]);
  });

  test("has the same bytes whenever it is built, and zip's earliest date", async () => {
    const [first, second] = [await buildPackage(good), await buildPackage({ ...good })];
    if (!first.ok || !second.ok) throw new Error("not built");
    expect(Buffer.from(first.zip).equals(second.zip)).toBe(true);
    // Time and date of the first entry, in DOS format: 00:00 on 1 January 1980.
    expect([...first.zip.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  test.each([
    ["AZURE_CLOUD", "usGovernment", { validDomains: ["token.botframework.azure.us"] }],
    ["AZURE_CLOUD", "china", { validDomains: ["token.botframework.azure.cn"] }],
    [
      "TEAMS_VALID_DOMAINS",
      "europe.token.botframework.com, *.contoso.example",
      { validDomains: ["europe.token.botframework.com", "*.contoso.example"] },
    ],
    ["TEAMS_APP_NAME", "On-Call (test)", { name: { short: "On-Call (test)" } }],
    [
      "TEAMS_PRIVACY_URL",
      "https://contoso.example/p",
      { developer: { privacyUrl: "https://contoso.example/p" } },
    ],
    [
      "TEAMS_TERMS_URL",
      "https://contoso.example/t",
      { developer: { termsOfUseUrl: "https://contoso.example/t" } },
    ],
    ["MICROSOFT_APP_ID", appId.toUpperCase(), { id: appId }],
    ["TEAMS_VALID_DOMAINS", "  ", { validDomains: ["token.botframework.com"] }],
  ])("%s may be %j", async (name, value, expected) => {
    expect((await unpacked({ ...good, [name]: value })).manifest).toMatchObject(expected);
  });
});

describe("a wrong setting is refused with its name, what it is and what to write", () => {
  test.each([
    ["MICROSOFT_APP_ID", "", /is not set: write the Application \(client\) id/],
    ["MICROSOFT_APP_ID", "aks-oncall", /is "aks-oncall": write .*GUID/],
    ["MICROSOFT_APP_ID", `${appId}0`, /GUID/],
    ["TEAMS_APP_NAME", "x".repeat(31), /at most 30 characters/],
    ["TEAMS_DEVELOPER_NAME", "", /is not set/],
    ["TEAMS_DEVELOPER_NAME", "x".repeat(33), /at most 32 characters/],
    ["TEAMS_DEVELOPER_NAME", unfilled, /is "\$\{TEAM\}"/],
    ["TEAMS_WEBSITE_URL", "", /is not set/],
    ["TEAMS_WEBSITE_URL", "http://contoso.example", /full https:\/\/ address/],
    ["TEAMS_WEBSITE_URL", "contoso.example", /full https:\/\/ address/],
    ["TEAMS_WEBSITE_URL", "https://", /full https:\/\/ address/],
    ["TEAMS_PRIVACY_URL", "ftp://contoso.example", /full https:\/\/ address/],
    ["TEAMS_TERMS_URL", `https://contoso.example/${"x".repeat(2048)}`, /^.{1,200}$/],
    ["TEAMS_VALID_DOMAINS", "https://token.botframework.com", /without https:\/\//],
    ["TEAMS_VALID_DOMAINS", "token.botframework.com/path", /host names alone/],
    ["TEAMS_VALID_DOMAINS", "token.botframework.com:443", /host names alone/],
    ["TEAMS_VALID_DOMAINS", "*.com", /host names alone/],
    ["TEAMS_VALID_DOMAINS", "a.example,,b.example", /host names alone/],
    ["AZURE_CLOUD", "Germany", /one of public, usGovernment, china/],
  ])("%s = %j", (name, value, words) => {
    const read = readSettings({ ...good, [name]: value });
    if (read.ok) throw new Error("accepted");
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]).toMatch(words);
    expect(read.problems[0]).toMatch(new RegExp(`^${name} is `));
  });

  test("all at once, with exit code 2; the good zip of the run before stays, and is named as that", async () => {
    await run(good);
    const [zip = ""] = await readdir(folder);
    const before = await readFile(join(folder, zip));
    const { code, err } = await run({ MICROSOFT_APP_ID: "x", TEAMS_WEBSITE_URL: "y", AZURE_CLOUD: "z" });
    expect(code).toBe(2);
    for (const name of ["MICROSOFT_APP_ID", "TEAMS_DEVELOPER_NAME", "TEAMS_WEBSITE_URL", "AZURE_CLOUD"])
      expect(err).toContain(`- ${name} is `);
    expect(err).toContain(`${zip} is still the one of an earlier run.`);
    expect(await readdir(folder)).toEqual([zip]);
    expect(await readFile(join(folder, zip))).toEqual(before);
  });
});

describe("--env-file", () => {
  test("gives settings; the environment stands above it", async () => {
    const file = join(folder, "teams.env");
    const lines = Object.entries({ ...good, TEAMS_APP_NAME: "From the file" });
    await writeFile(file, lines.map(([name, value]) => `${name}='${value}'`).join("\n"));
    expect((await run({ TEAMS_APP_NAME: "From outside" }, ["--env-file", file])).code).toBe(0);
    const files = unzipSync(await readFile(join(folder, zipName)));
    const manifest = JSON.parse(new TextDecoder().decode(files["manifest.json"]));
    expect(manifest.name.short).toBe("From outside");
    expect(manifest.developer.name).toBe(good.TEAMS_DEVELOPER_NAME);
  });

  test("is left to it by Node, as npm starts it", () => {
    const [, ...args] = packageJson.scripts.package.split(" ");
    const ran = spawnSync(process.execPath, [...args, "--env-file", "no/such.env"], { encoding: "utf8" });
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining("no/such.env cannot be read") });
  });

  test.each([
    [["--env-file", "no/such.env"], "no/such.env cannot be read"],
    [["--out", "x"], "Unknown option '--out'. Usage: npm run package -- [--env-file FILE]"],
  ])("%j is wrong use", async (args, words) => {
    expect(await run(good, args)).toMatchObject({ code: 2, err: expect.stringContaining(words) });
  });
});

describe("what Teams would refuse is refused here", () => {
  test.each([
    ["what the schema does not know", { sparkle: true }, /additional properties/],
    [
      "a text that is too long",
      { description: { short: "x".repeat(81), full: "x" } },
      /description\/short .*80/,
    ],
    ["a schema nobody published", { manifestVersion: "0.0" }, /manifestVersion 0\.0/],
    [
      "a placeholder that nobody fills",
      { accentColor: "#FFFFFF", packageName: unfilled },
      /still says \$\{TEAM\}/,
    ],
  ])("%s", async (_case, change, words) => {
    const { manifest } = await unpacked();
    expect(await checkManifest(manifest)).toEqual([]);
    expect((await checkManifest({ ...manifest, ...change })).join("\n")).toMatch(words);
  });

  test("an icon of the wrong size, without transparency, or not a picture", async () => {
    const png = new Uint8Array(await readFile("manifest/outline.png"));
    expect(checkIcon("outline.png", png, 32)).toEqual([]);
    expect(checkIcon("outline.png", png, 192)).toEqual([
      "outline.png is 32 × 32 pixels: Teams takes 192 × 192 only.",
    ]);
    expect(checkIcon("outline.png", png.with(25, 2), 32)).toEqual([
      "outline.png has no transparency: save it with an alpha channel.",
    ]);
    expect(checkIcon("outline.png", png.slice(0, 20), 32)[0]).toContain("not a PNG");
    expect(checkIcon("outline.png", png.with(0, 0), 32)[0]).toContain("not a PNG");
  });

  test("icons are told together with settings", async () => {
    await cp("manifest", folder, { recursive: true });
    await cp("manifest/outline.png", join(folder, "color.png"));
    const built = await buildPackage({ ...good, AZURE_CLOUD: "moon" }, folder);
    expect(built).toMatchObject({
      ok: false,
      problems: [expect.stringContaining("AZURE_CLOUD"), expect.stringContaining("color.png is 32 × 32")],
    });
  });
});
