// A test from the asker's own place: what to run, what it has shown, and what to do then.

import type { AskedServer } from "../../../core/client/client-test-result.ts";
import { chinese } from "../catalogue.ts";
import type { clientTestTexts as en } from "../en/client-test.ts";
import { type TestWords, testSpeech } from "../speech/test.ts";
import { closeUp, sentences } from "./words.ts";

const ownAddress = chinese.speech.ownAddress();

/** Who answers; null where nothing says so, or where it is the machine itself. */
const serverOf = ({ server, kind }: AskedServer): string | null => {
  if (server === null || kind === "local") return null;
  return kind === "azure" ? "Azure 自身的 DNS" : `DNS 服务器 ${server}`;
};

/** At the beginning of a sentence. */
function answersWith(asked: AskedServer, what: string): string {
  const server = serverOf(asked);
  return server === null
    ? `在你那里，该名称的应答是 ${what}`
    : `在你那里，${server} 对该名称的应答是 ${what}`;
}

const at = (address: string | null): string => (address === null ? "API 服务器" : `${address}:443`);

/** Who has to mend it, where a name is not known or known wrongly. */
function forwardBy({ server, kind }: AskedServer, name: string): string {
  switch (kind) {
    case "private":
      return `如果 ${server} 在你的办公室或家里，它必须把该 DNS 区域转发到 Azure：转发给专用解析程序的入站终结点，或已链接网络中的服务器；或者改用 VPN 分配的 DNS 服务器。`;
    case "azure":
      return `你所在的网络没有链接到该 DNS 区域：请发送“diagnose ${name} from NETWORK”，换成该网络的名称。`;
    case "public":
      return "公共 DNS 服务器不知道专用名称：请使用 VPN 或办公室的 DNS 服务器。";
    case "local":
    case "unsaid":
      return "请用该名称运行 nslookup 并粘贴全部输出：它会显示查询了哪台服务器。";
  }
}

function nextOfAnswer(status: number): string {
  if (status === 403) return "剩下的是你在 Kubernetes 中的权限：请用 -n 指定命名空间，或申请更大范围的角色。";
  return status === 401
    ? "如果 kubectl 仍然失败，请检查你的登录：用 az login 登录集群的租户、kubeconfig、kubelogin。"
    : "";
}

const tail = (tenant: string): string => `…${tenant.slice(-4)}`;

export const shown: TestWords["shown"] = {
  answers: ({ status }) =>
    `API 服务器${status === 200 ? "应答了你" : `以 HTTP ${status} 应答了你`}，因此从你那里看网络没有问题。`,
  nameRight: ({ address, asked }) => `${answersWith(asked, address)}，那就是 API 服务器。`,
  nameAnswered: ({ address, asked }) => `${answersWith(asked, address)}；那是否为 API 服务器，Azure 不显示。`,
  nameOther: ({ address, wanted, asked }) => `${answersWith(asked, address)}，而 API 服务器位于 ${wanted}。`,
  namePublic: ({ address, asked }, cluster) =>
    closeUp(`${answersWith(asked, `公共地址 ${address}`)}，而 ${cluster} 是专用集群。`),
  noName: ({ name, asked }) => `在你那里，${serverOf(asked) ?? "DNS"} 不知道名称 ${name}。`,
  answerDropped: ({ asked }) =>
    closeUp(`${answersWith(asked, "没有地址")}：家用路由器和一些解析程序会丢弃专用地址。`),
  serverFails: ({ name, asked }) =>
    closeUp(`在你那里，${serverOf(asked) ?? "DNS 服务器"} 答复说无法查询 ${name}。`),
  noServer: ({ asked }) =>
    asked.server === null ? "在你那里没有 DNS 服务器应答。" : `DNS 服务器 ${asked.server} 没有应答你。`,
  opens: ({ address }) =>
    closeUp(`从你那里可以打开到 ${at(address)} 的连接；这还不能证明 TLS 和登录没有问题。`),
  timedOut: ({ address }) => closeUp(`你到 ${at(address)} 的连接没有应答。`),
  refused: ({ address }) => closeUp(`你到 ${at(address)} 的连接被拒绝，而 API 服务器不会这样做。`),
  reset: ({ address }) => closeUp(`你到 ${at(address)} 的连接在途中被切断。`),
  insideOnly: ({ address }) =>
    `失败的连接指向 ${address}，那是 API 服务器在集群内的地址：这是 Pod 的路径，而不是你的。`,
  inspected: ({ issuer }) => `你看到的证书由 ${issuer} 颁发，而不是由集群颁发：途中有设备解密 TLS。`,
  expired: ({ on }) => `API 服务器的证书已于 ${on} 过期。`,
  tlsSilent: () => "连接可以打开，但 TLS 握手没有应答。",
  proxied: ({ proxy, status }) =>
    closeUp(
      `你与 API 服务器之间有代理 ${proxy ?? ""}，它${status === null ? "不让你通过" : `以 HTTP ${status} 应答`}。`,
    ),
  otherCluster: ({ asked, name }, cluster) =>
    `你运行的命令访问的是 ${asked}，而 ${cluster} 的 API 服务器名为 ${name}。`,
  otherTenant: ({ own, trusted }, cluster) =>
    `你的 Azure CLI 登录的租户是 ${tail(own)}，而 ${cluster} 只接受 ${tail(trusted)} 的人。`,
};

export const next: TestWords["next"] = {
  answers: ({ status }) => nextOfAnswer(status),
  nameRight: () => "",
  nameAnswered: () => "",
  nameOther: ({ asked }) =>
    asked.kind === "private"
      ? `请更正 ${asked.server} 的应答，或清除它和你自己的缓存；也请检查你的 hosts 文件。`
      : "请清除你那里的 DNS 缓存，并检查 hosts 文件；然后重新提问。",
  namePublic: ({ asked }, cluster) => forwardBy(asked, cluster),
  noName: ({ asked, isPrivate }, cluster) =>
    isPrivate
      ? forwardBy(asked, cluster)
      : "这是公共名称：请换一台 DNS 服务器查询，例如在 nslookup 的名称后加上 1.1.1.1。如果那台知道，就是你这一侧的服务器或路由器把它丢弃了。",
  answerDropped: () => "请使用 VPN 或办公室的 DNS 服务器，或让路由器放行该名称的专用应答。",
  serverFails: ({ asked }) =>
    `${asked.server === null || asked.kind === "local" ? "它" : ` ${asked.server} `}的管理者能看到它转发该名称的服务器是否应答，以及它是否接受来自你那里的查询。`.trimStart(),
  noServer: () => "请检查你的 VPN，以及通往它的路径上的端口 53。",
  opens: () => "接下来请运行测试中的 curl 命令。",
  timedOut: ({ isPrivate }, cluster, placed) =>
    isPrivate
      ? `请检查你的 VPN 以及你这一侧的过滤设备${placed ? "。" : `；并发送“diagnose ${cluster} from ADDRESS”，换成你所在的地址或网络。`}`
      : `请发送“diagnose ${cluster} from ADDRESS”，换成 ${ownAddress}：如果设置了授权 IP 范围，它必须在其中。`,
  refused: () => "在你那里，是另一台机器、代理或端口转发占用了该地址。",
  reset: () => "请询问你这一侧防火墙或代理的管理者。",
  insideOnly: () => "请检查该 Pod 所在的节点，以及该 Pod 所在命名空间的网络策略。",
  inspected: () => "请其管理者让 API 服务器的名称豁免 TLS 检查。",
  expired: () => "必须由集群所有者轮换证书，这会重启每个节点；然后重新获取 kubeconfig。",
  tlsSilent: () =>
    "检查 TLS 的防火墙会造成这种情况，Azure 出故障时也会：请让另一个网络的同事试试，并查看 Azure 状态页。",
  proxied: () => "请为 API 服务器的名称和地址设置 NO_PROXY，或取消 HTTPS_PROXY。",
  otherCluster: () =>
    "你的 kubeconfig 属于另一个集群，或同名的旧集群：请运行 az aks get-credentials --overwrite-existing。",
  otherTenant: ({ trusted }) => `请运行 az login --tenant ${trusted}。`,
};

export const sayTested = testSpeech({
  shown,
  next,
  outside: (outside, cluster) =>
    `Azure 中没有包含 ${outside} 且通往 ${cluster} 的网络，因此你走的是 Azure 不显示的路径。`,
  leads: {
    same: "你的测试也显示：",
    beside: "你的测试显示了另一个问题：",
    against: "不过，按你的测试：",
  },
  joined: sentences,
});

export const clientTestTexts: typeof en = {
  clientTest: {
    head: (place) => (place === "" ? "从你所在的地方测试" : closeUp(`从 ${place} 测试`)),
    button: "测试命令",
    paste: "在那里运行这些命令，并把输出粘贴到这里：我会读取它，结论随之更新。",
    pasteCli: "在那里运行这些命令，并把输出交给 --symptom -（标准输入）：结论随之更新。",
    windows: (target) =>
      `Windows：用 curl.exe 代替 curl，用 Test-NetConnection ${target} -Port 443 代替 nc。`,
  },
};
