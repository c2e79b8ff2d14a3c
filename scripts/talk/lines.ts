// What tired people type, in each language, and words of the card that answers it.
type Line = readonly [typed: string, answered: RegExp];

const pasted =
  "Unable to connect to the server: dial tcp: lookup prod-1-dns-7k2m9x4q.5c0f2e1d-7b84-4a39-9e16-d3f0a8b7c254.privatelink.westeurope.azmk8s.io on 192.168.0.1:53: no such host";

/** By language; they are typed in this order, and one may lean on those before. */
export const lines: Readonly<Record<string, readonly Line[]>> = {
  en: [
    ["help", /with your own rights/],
    ["why can't I reach prod-1?", /prod-1/],
    ["pods on prod-1", /pods? needs? a look/],
    ["nodes of prod-1 pls", /nodes/],
    ["events on prod-1", /events need a look/],
    ["k get deploy -A @ prod-1", /deployments/],
    ["how do I get into prod-1 from home", /access paths/],
    ["is 20.50.9.9 allowed on prod-1?", /20\.50\.9\.9/],
    ["who changed prod-1", /prod-1/],
    ["what can I do on prod-1", /Alex Wilber/],
    ["please restart the api on prod-1", /Found: press one/],
    ["prod1 down??", /prod-1/],
    [pasted, /prod-1/],
    ["prod-1 bananas", /access prod-1/],
    ["status", /Your latest requests/],
  ],
  de: [
    ["hilfe", /mit deinen eigenen Berechtigungen/],
    ["warum komme ich nicht auf prod-1?", /prod-1/],
    ["pods auf prod-1", /Pod/],
    ["zeig mir die nodes von prod-1", /Node/],
    ["events auf prod-1", /Event/],
    ["k get deploy -A @ prod-1", /Deployment/],
    ["wie komme ich von zuhause auf prod-1", /Zug/],
    ["ist 20.50.9.9 auf prod-1 freigegeben?", /20\.50\.9\.9/],
    ["wer hat prod-1 geändert", /prod-1/],
    ["was darf ich auf prod-1", /Alex Wilber/],
    ["bitte die api auf prod-1 neu starten", /Gefunden: Drück eins/],
    ["prod1 down??", /prod-1/],
    [pasted, /prod-1/],
    ["prod-1 bananen", /access prod-1/],
    ["status", /Anfragen/],
  ],
  zh: [
    ["帮助", /权限/],
    ["为什么连不上 prod-1？", /prod-1/],
    ["prod-1 的 pod", /Pod/],
    ["看一下 prod-1 的节点", /节点/],
    ["prod-1 上的事件", /事件/],
    ["k get deploy -A @ prod-1", /Deployment/],
    ["从家里怎么进 prod-1", /接入方式/],
    ["20.50.9.9 在 prod-1 上允许吗", /20\.50\.9\.9/],
    ["谁改了 prod-1", /prod-1/],
    ["我在 prod-1 上能做什么", /Alex Wilber/],
    ["请重启 prod-1 上的 api", /已找到/],
    ["prod1 挂了？", /prod-1/],
    [pasted, /prod-1/],
    ["prod-1 香蕉", /access prod-1/],
    ["状态", /请求/],
  ],
};
