// What the compiler refuses to the bot's own read-only identity, port by port: `npm run check:types` fails where a line below
// is not so any more.
import type { authorize } from "../../../src/app/identity/authorize.ts";
import type { ArmWriter } from "../../../src/app/ports/arm-writer.ts";
import type {
  ClusterReader,
  CommandTransport,
  Directory,
  ReaderCredential,
} from "../../../src/app/ports/azure.ts";
import type { GroupReader, RoleReader } from "../../../src/app/ports/role-reader.ts";
import type { ConversationContext, SignedInRequest } from "../../../src/app/ports/services.ts";
import type { Store } from "../../../src/app/ports/store.ts";
import type { withRights } from "../../../src/app/run/run-execution.ts";
import type { approve } from "../../../src/core/change/decide.ts";
import type { afterAct } from "../../../src/core/incident/incident.ts";
import type { Volunteer } from "../../../src/core/incident/watch.ts";
import type { ReaderIdentity } from "../../../src/core/requester.ts";
import type { PersonsRun, ReadersRun } from "../../../src/core/run/run.ts";

/** The first thing that it is given: whose rights are used. */
type As<Port extends (...given: never) => unknown> = Parameters<Port>[0];
type NoRights<Taken> = ReaderCredential extends Taken ? false : true;
type NoPerson<Taken> = ReaderIdentity extends Taken ? false : true;

const refused = {
  "sends no command": true satisfies NoRights<As<CommandTransport["start"]>>,
  "follows no command": true satisfies NoRights<As<CommandTransport["progress"]>>,
  "plans no fix": true satisfies NoRights<As<ArmWriter["preview"]>>,
  "makes no fix": true satisfies NoRights<As<ArmWriter["apply"]>>,
  "looks at no fix": true satisfies NoRights<As<ArmWriter["look"]>>,
  "has nobody's groups": true satisfies NoRights<As<Directory["membership"]>>,
  "reads no group": true satisfies NoRights<As<GroupReader["members"]>>,
  "reads no role of anybody's": true satisfies NoRights<As<RoleReader["assignments"]>>,
  "lists no clusters": true satisfies NoRights<As<ClusterReader["list"]>>,
  "is asked for no rights": true satisfies NoRights<As<ClusterReader["permissions"]>>,
  "passes no gate of a person's": true satisfies NoRights<Parameters<typeof authorize>[1]>,
  "asks for nothing": true satisfies NoRights<SignedInRequest["credential"]>,
  "says nothing": true satisfies NoPerson<ConversationContext["requester"]>,
  "agrees to nothing": true satisfies NoPerson<Parameters<typeof approve>[1]["requester"]>,
  "takes no incident": true satisfies NoPerson<Parameters<typeof afterAct>[2]>,
  "stands for no channel": true satisfies NoPerson<Volunteer["requester"]>,
  "has no place that it said": true satisfies NoPerson<As<Store["forgetPlace"]>>,
  "runs as nobody's request": true satisfies ReadersRun extends PersonsRun ? false : true,
  "begins no run of a person's": true satisfies ReadersRun extends Parameters<typeof withRights>[1]
    ? false
    : true,
  "gets no token for a cluster or Graph": true satisfies "kubernetes" | "graph" extends As<
    ReaderCredential["exchange"]
  >
    ? false
    : true,
};

test.each(Object.entries(refused))("it %s", (_what, isRefused) => expect(isRefused).toBe(true));
