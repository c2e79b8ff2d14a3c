// The instructions of a Dockerfile, run one after the other in folders. One that is not known here is an error, never left
// out.
import { spawnSync } from "node:child_process";
import { mkdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Copy, DockerfileParser, type Instruction, type PropertyInstruction } from "dockerfile-ast";
import { baseOf } from "./bases.ts";

type Variables = Readonly<Record<string, string>>;

/** What a container is started with. */
export type Image = Readonly<{
  root: string;
  user: string;
  workdir: string;
  environment: Variables;
  labels: Variables;
  command: readonly string[];
}>;

type Around = Readonly<{
  /** What `COPY` takes from. */
  context: string;
  /** Where the stages are. */
  folder: string;
  args: Variables;
}>;

type Stage = {
  name: string;
  root: string;
  user: string;
  workdir: string;
  args: Variables;
  environment: Variables;
  labels: Variables;
  entrypoint: readonly string[];
  cmd: readonly string[];
};

/** Resolves to the last stage. */
export async function runDockerfile(text: string, around: Around): Promise<Image> {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const words = instruction.getArguments().map((argument) => argument.getValue());
    if (instruction.getKeyword() === "FROM") stages.push(await begin(words, around.folder));
    else await run(instruction, words, stages, around);
  }
  const { root, user, workdir, environment, labels, entrypoint, cmd } = last(stages);
  return { root, user, workdir, environment, labels, command: [...entrypoint, ...cmd] };
}

function last(stages: readonly Stage[]): Stage {
  const stage = stages.at(-1);
  if (stage === undefined) throw new Error("A Dockerfile begins with FROM.");
  return stage;
}

async function begin([image = "", , name = "image"]: readonly string[], folder: string): Promise<Stage> {
  const root = await baseOf(image, name, folder);
  const path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  return {
    ...{ name, root, user: "0:0", workdir: "/", args: {}, labels: {}, entrypoint: [], cmd: [] },
    environment: { PATH: path },
  };
}

async function run(
  instruction: Instruction,
  words: readonly string[],
  stages: readonly Stage[],
  around: Around,
): Promise<void> {
  const stage = last(stages);
  const said = instruction.getArgumentsContent() ?? "";
  const properties = () => valuesOf(instruction as PropertyInstruction, stage);
  console.log(`[${stage.name}] ${instruction.getKeyword()} ${said}`);
  switch (instruction.getKeyword()) {
    case "ARG":
      stage.args = { ...stage.args, ...properties(), ...given(properties(), around.args) };
      return;
    case "ENV":
      stage.environment = { ...stage.environment, ...properties() };
      return;
    case "LABEL":
      stage.labels = { ...stage.labels, ...properties() };
      return;
    case "WORKDIR":
      stage.workdir = resolve(stage.workdir, words[0] ?? "");
      return void (await mkdir(join(stage.root, stage.workdir), { recursive: true }));
    case "USER":
      stage.user = words[0] ?? "";
      return;
    case "ENTRYPOINT":
      stage.entrypoint = JSON.parse(said);
      return;
    case "CMD":
      stage.cmd = JSON.parse(said);
      return;
    case "EXPOSE":
      return;
    case "COPY":
      return copy(words, stage, sourceOf(instruction, stages, around));
    case "RUN":
      return inStage(stage, said);
    default:
      throw new Error(`${instruction.getKeyword()} is not run here.`);
  }
}

/** `$NAME` in a value is an argument or a variable of the stage. */
const valuesOf = (instruction: PropertyInstruction, { args, environment }: Stage): Variables =>
  Object.fromEntries(
    instruction.getProperties().map((property) => {
      const known: Variables = { ...args, ...environment };
      const value = (property.getValue() ?? "").replace(/\$(\w+)/g, (_, name: string) => known[name] ?? "");
      return [property.getName(), value];
    }),
  );

const given = (declared: Variables, args: Variables): Variables =>
  Object.fromEntries(Object.entries(args).filter(([name]) => name in declared));

/** The folder that `COPY` takes from: that of the stage which `--from` names, else the context. */
function sourceOf(instruction: Instruction, stages: readonly Stage[], { context }: Around): string {
  const from = (instruction as Copy).getFromFlag()?.getValue() ?? null;
  if (from === null) return context;
  const stage = stages.find(({ name }) => name === from);
  if (stage === undefined) throw new Error(`No stage is called ${from}.`);
  return stage.root;
}

/** What a folder holds, and not the folder itself, is copied, as root's. */
async function copy(words: readonly string[], { root, workdir }: Stage, from: string): Promise<void> {
  const target = words.at(-1) ?? "";
  const to = join(root, resolve(workdir, target));
  for (const word of words.slice(0, -1)) {
    const source = join(from, word);
    const isFolder = (await stat(source)).isDirectory();
    const copied = !isFolder && target.endsWith("/") ? join(to, basename(word)) : to;
    await mkdir(isFolder ? copied : dirname(copied), { recursive: true });
    const command = ["-r", "--preserve=mode,links,timestamps", isFolder ? `${source}/.` : source, copied];
    orThrow(spawnSync("cp", command, { stdio: "inherit" }).status, `COPY ${word}`);
  }
}

/** What a registry behind a proxy or an authority of its own needs here, as a container engine hands it on. */
const passedOn = /^(https?_proxy|no_proxy|npm_config_registry|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/i;

function inStage({ root, user, workdir, args, environment }: Stage, command: string): void {
  const outside = Object.entries(process.env).filter(([name]) => passedOn.test(name));
  const home = user === "0:0" ? "/root" : "/tmp";
  const script = `cd ${workdir} || exit 1\n${command}`;
  const { status } = spawnSync("chroot", [`--userspec=${user}`, root, "/bin/sh", "-c", script], {
    env: { ...Object.fromEntries(outside), HOME: home, ...args, ...environment },
    stdio: "inherit",
  });
  orThrow(status, `RUN ${command}`);
}

function orThrow(status: number | null, what: string): void {
  if (status !== 0) throw new Error(`${what} ended with ${status}.`);
}
