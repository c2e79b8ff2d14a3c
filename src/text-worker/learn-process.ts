// The process in which it is learned what lines ask for, and of what.
import { learnAbilities } from "../core/chat/ability/ability.ts";
import { learnNamed } from "../core/chat/ability/named.ts";

process.send?.({ abilities: learnAbilities(), named: learnNamed() }, () => process.exit());
