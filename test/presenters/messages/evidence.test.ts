// How lines of evidence stand below each other.

import type { Evidence } from "../../../src/core/outcome/check.ts";
import { columns, labelled } from "../../../src/core/outcome/columns.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const right = "Microsoft.ContainerService/managedClusters/read";
const id: string = "/subscriptions/6f1d/prod-1";
const version: string = "1.36.1";
const pool: string = "system";
const host: string = "jump-1";
const network: string = "vnet-hub";

test.each<readonly [string, string, readonly Evidence[], readonly string[]]>([
  [
    "what is said of each line stands in one column",
    "en",
    [labelled("missing", right), labelled("on", id)],
    [`missing  ${right}`, `on       ${id}`],
  ],
  [
    "a Chinese character takes the room of two letters",
    "zh",
    [labelled("apiServer", version), labelled("pool", pool), labelled("id", id)],
    ["API 服务器  1.36.1", "节点池      system", `ID          ${id}`],
  ],
  [
    "so is what stands beside it",
    "de",
    [labelled("inUse", { is: "inUse", used: 3, limit: 4 })],
    ["belegt  3 von 4"],
  ],
  [
    "a term is alike in every language",
    "zh",
    [labelled("disableRunCommand", true), columns("TCP", 22)],
    ["disableRunCommand  true", "TCP  22"],
  ],
  [
    "a line without such a word begins with what was read",
    "en",
    [columns(host, network), labelled("subnets", pool)],
    ["jump-1  vnet-hub", "subnets  system"],
  ],
  [
    "what was not said takes no room",
    "en",
    [labelled("createdAt", ""), columns(host, "", network)],
    ["createdAt", "jump-1  vnet-hub"],
  ],
])("%s", (_what, language, lines, said) => {
  expect(messages(language).sayEvidence(lines)).toEqual(said);
});
