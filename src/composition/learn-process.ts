// The process in which it is learned what lines ask for, and of what.
import { learnAbilities } from "../core/conversation/ability/ability.ts";
import { learnNamed } from "../core/conversation/plain-words/named-words.ts";

process.send?.({ abilities: learnAbilities(), named: learnNamed() }, () => process.exit());
