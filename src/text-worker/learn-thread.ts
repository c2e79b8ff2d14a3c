// The thread in which it is learned what lines ask for, and of what.
import { parentPort } from "node:worker_threads";
import { learnAbilities } from "../core/chat/ability/ability.ts";
import { learnNamed } from "../core/chat/ability/named.ts";

parentPort?.postMessage({ abilities: learnAbilities(), named: learnNamed() });
