// The image, by the very steps of the Dockerfile: it serves from a read-only root as a user without rights, and holds all
// that the source asks for.
import { existsSync } from "node:fs";
import { chown, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import packageJson from "../../package.json" with { type: "json" };
import packageLock from "../../package-lock.json" with { type: "json" };
import { newKeyFile } from "../fixtures/new-keys.ts";
import { policyCopy } from "../fixtures/policy-files.ts";
import { wordsOf } from "../flow/harness.ts";
import { freePort } from "../free-port.ts";
import { deliver, startWorld, until, type World } from "../prove/product-process.ts";
import { type PostgresServer, startPostgres } from "../store/postgres-server.ts";
import { type Container, type Image, makeImage, runContainer } from "./container.ts";

let folder = "";
let image: Image;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "image-"));
  image = await makeImage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ran = async (words: readonly string[], running: Parameters<typeof runContainer>[1] = {}) => {
  const child = await runContainer(image, { ...running, words });
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out: out.trim(), err: err.trim() };
};

test("it runs what `npm start` runs, and says which release it is", () => {
  const start = packageJson.scripts.start.split(" ");
  const flags = start.slice(start.indexOf("node") + 1).filter((word) => !word.startsWith("--env-file"));
  expect(image.command).toEqual(["/usr/local/bin/node", ...flags.with(-1, "src/main.js")]);
  expect(image.labels).toMatchObject({
    "org.opencontainers.image.version": packageJson.version,
    "org.opencontainers.image.revision": expect.stringMatching(/^[0-9a-f]{40}$/),
  });
});

test("the command line says the version and the commit", async () => {
  const commit = image.labels["org.opencontainers.image.revision"]?.slice(0, 12);
  expect(await ran(["src/cli.js", "--version"])).toEqual({
    ...{ code: 0, err: "" },
    out: `${packageJson.version} (${commit})`,
  });
});

test("the list of what is in it (SBOM) names every package of production", async () => {
  const bom = JSON.parse(await readFile(join(folder, "sbom.cdx.json"), "utf8"));
  const named = bom.components.map(({ purl }: { purl: string }) => decodeURIComponent(purl));
  const needed = Object.entries(packageLock.packages).flatMap(([path, entry]) =>
    path === "" || "dev" in entry || !("version" in entry)
      ? []
      : [`pkg:npm/${path.replace(/^.*node_modules\//, "")}@${entry.version}`],
  );
  expect(new Set(named)).toEqual(new Set(needed));
});

test("every package of the source is in it with its licence", async () => {
  const texts = await readFile(join(image.root, "app/third-party-licences.txt"), "utf8");
  const isKept = (name: string) => existsSync(join(image.root, "app/node_modules", name, "package.json"));
  const missing = Object.entries(packageJson.dependencies).filter(
    ([name, version]) => !texts.includes(`\n\n${name} ${version} (`) && !isKept(name),
  );
  expect(missing).toEqual([]);
});

test("every module loads", async () => {
  const starting = ["main.js", "cli.js", "thread.js", "learn-process.js", "package.js", "compile.js"];
  const files = (await readdir(join(image.root, "app/src"))).filter((file) => file.endsWith(".js"));
  expect(files).toEqual(expect.arrayContaining(starting));
  const script = `for (const file of ${JSON.stringify(files.filter((file) => !starting.includes(file)))})
    await import("/app/src/" + file).catch((error) => { console.log(file, error.message); process.exitCode = 1; });`;
  expect(await ran(["--input-type=module", "-e", script])).toEqual({ code: 0, out: "", err: "" });
});

test("it builds the Teams app package", async () => {
  const dist = join(folder, "dist");
  await mkdir(dist);
  await chown(dist, 65_532, 65_532);
  const variables = {
    MICROSOFT_APP_ID: "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14",
    TEAMS_DEVELOPER_NAME: "Platform team",
    TEAMS_WEBSITE_URL: "https://example.com",
  };
  const built = await ran(["src/package.js"], {
    variables,
    mounts: { "/app/dist": dist },
    writable: "/app/dist",
  });
  expect(built).toMatchObject({ code: 0, err: "" });
  expect(await readdir(dist)).toEqual([`aks-oncall-${packageJson.version}.zip`]);
});

test("its user finds the code of the start compiled", async () => {
  const product = (await readdir(join(image.root, "app/src"))).find((file) => file.startsWith("product-"));
  const variables = { NODE_DEBUG_NATIVE: "COMPILE_CACHE" };
  const { out, err } = await ran(["-e", `import('/app/src/${product}')`], { variables });
  expect(out + err).toContain(`code cache for ESM file:///app/src/${product} was accepted`);
});

test("nothing of it can be written to", async () => {
  const { code, err } = await ran(["-e", "fs.writeFileSync('/app/x', '')"]);
  expect([code, err]).toEqual([1, expect.stringContaining("EROFS")]);
});

describe("serving, with PostgreSQL", () => {
  let world: World;
  let server: PostgresServer;
  let child: Container;
  let url = "";
  let said = "";
  beforeAll(async () => {
    [world, server] = await Promise.all([startWorld(), startPostgres()]);
    const { NODE_EXTRA_CA_CERTS: ca = "", MICROSOFT_APP_PASSWORD: _, ...settings } = world.azure.environment;
    const port = await freePort();
    const mounted = await mountedFiles(ca);
    const inside = "/etc/aks-oncall";
    child = await runContainer(image, {
      mounts: { [inside]: mounted },
      variables: {
        ...settings,
        ...{ PORT: `${port}`, HOST: "127.0.0.1", TEAMS_SERVICE_HOSTS: "127.0.0.1" },
        DATABASE_URL: await server.newDatabase(),
        NODE_EXTRA_CA_CERTS: `${inside}/ca.pem`,
        MICROSOFT_APP_TOKEN_FILE: `${inside}/token`,
        POLICY_FILE: `${inside}/policy.yaml`,
        AUDIT_KEY_FILE: `${inside}/audit-key.pem`,
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (part: string) => {
        said += part;
      });
    url = `http://127.0.0.1:${port}`;
    world.azure.setBotUrl(`${url}/api/messages`);
  });
  afterAll(async () => {
    child?.kill("SIGKILL");
    await Promise.all([world?.close(), server?.stop()]);
  });

  /** As Kubernetes hands them over: root's, and the group may read them. */
  async function mountedFiles(ca: string): Promise<string> {
    const mounted = join(folder, "mounted");
    await mkdir(mounted);
    await copyFile(ca, join(mounted, "ca.pem"));
    await copyFile(policyCopy({ looksInside: false }), join(mounted, "policy.yaml"));
    await writeFile(join(mounted, "token"), "a token of the service account");
    const key = join(mounted, "audit-key.pem");
    await writeFile(key, await readFile(await newKeyFile()), { mode: 0o440 });
    await chown(key, 0, 65_532);
    return mounted;
  }

  test("it is ready", async () => {
    const ready = async () => (await fetch(`${url}/readyz`).catch(() => null))?.status === 200;
    await until("ready", async () => child.exitCode !== null || (await ready()), 120);
    expect([child.exitCode, said]).toEqual([null, expect.stringContaining('"listening"')]);
  });

  test("as a user without rights", async () => {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8");
    const of = (name: string) => new RegExp(`^${name}:[ \\t]*(\\S+)`, "m").exec(status)?.[1];
    expect(["Uid", "Gid", "NoNewPrivs", "CapEff", "CapPrm"].map(of)).toEqual([
      ...["65532", "65532", "1", "0000000000000000", "0000000000000000"],
    ]);
    expect(of("Groups")).toBeUndefined();
  });

  test("it diagnoses a cluster", async () => {
    expect(await deliver(world, "diagnose prod-1")).toBe(200);
    const verdict = () => world.teams.shown().some((shown) => wordsOf(shown.activity).includes("Reachable"));
    await until("the verdict is shown", verdict, 120);
  });

  test("it ends when it is told to", async () => {
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
