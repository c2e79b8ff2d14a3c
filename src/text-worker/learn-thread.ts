// The thread in which it is learned what lines ask for.
import { parentPort } from "node:worker_threads";
import { learnAbilities } from "../core/chat/ability/ability.ts";

parentPort?.postMessage(learnAbilities());
