// What findings about `identity.*` say.
import type { IdentityRoleFact } from "../../../../core/finding/rights/identity-findings.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";

/** `thing`: what its owner brought. `fails`: what AKS cannot do without the right. */
const roleFacts = (thing: string, fails: string): Says<IdentityRoleFact> => ({
  nothingBrought: () => `${thing}由 AKS 自行创建，因此其标识不需要可能被人撤走的角色。`,
  identityUnsaid: () => "Azure 没有说明集群使用哪个标识。",
  applicationUnknown: () =>
    `集群使用服务主体，而 Azure Resource Manager 只给出其应用程序，不给出拥有角色的对象：它能否更改${thing}，无法得知。`,
  rolesUnlisted: ({ on }) => `集群的标识在 ${on} 上的角色未读取。`,
  may: ({ on }) => `集群的标识可以在 ${on} 上执行 AKS 所需的操作。`,
  roleUnclear: ({ role, on }) => `集群的标识在 ${on} 上拥有角色 ${role}，该角色允许什么，这里不知道。`,
  lacks: ({ action, on }) => `集群的标识在 ${on} 上缺少 ${action}：正在运行的会继续运行，但${fails}会失败。`,
  failedFor: ({ action, on }) => `集群的标识在 ${on} 上缺少 ${action}，上次操作因此失败。`,
  wasRefused: ({ on }) => `上次操作失败，因为集群的标识无权在 ${on} 上执行 AKS 所需的操作。`,
});

const giveBack = "重新授予该标识角色，然后让 AKS 重新应用集群的设置。";
const subnetFacts = roleFacts("网络", "下一次启动、横向扩展或升级");
const zoneFacts = roleFacts("专用 DNS 区域", "下一次使 API 服务器地址改变的启动或升级");
const tableFacts = roleFacts("路由表", "下一次启动、横向扩展或升级");

export const identityFindings: FindingWords<"identity"> = {
  "identity.kind": {
    title: "集群使用托管标识",
    why: "服务主体的机密总有一天会过期；届时 AKS 无法更改任何内容，而 API 服务器仍有应答。",
    remediation:
      "由 Entra 应用程序的所有者创建新机密，并用 `az aks update-credentials --reset-service-principal` 交给集群，这会重启每个节点；托管标识没有需要续订的机密。",
    facts: {
      identityUnsaid: subnetFacts.identityUnsaid,
      managedIdentity: ({ kind }) =>
        kind === "system" ? "集群使用系统分配的托管标识。" : "集群使用其所有者分配的托管标识。",
      servicePrincipal: ({ application, cluster }) =>
        `${cluster} 使用服务主体 ${application}，其机密总有一天会过期。`,
      secretExpired: ({ application, cluster }) =>
        `${cluster} 使用服务主体 ${application}，其机密已过期：AKS 无法在 Azure 中更改任何内容。`,
      secretUnsure: ({ application, cluster }) =>
        `错误信息说机密已过期，但没有说是哪个应用程序的：是否为 ${cluster} 所用的服务主体 ${application}，尚不确定（az ad app credential list --id ${application} 会显示其机密的有效期）。`,
    },
  },
  "identity.subnet-role": {
    title: "集群的标识可以加入其子网",
    why: "AKS 以集群的标识把新节点加入所有者自己的子网；没有该权限，每次启动、横向扩展和升级都会失败。",
    remediation: giveBack,
    facts: subnetFacts,
  },
  "identity.dns-role": {
    title: "集群的标识可以写入其 DNS 区域",
    why: "AKS 把 API 服务器的记录写入所有者自己的 DNS 区域；没有该权限，地址改变后记录仍是旧的。",
    remediation: giveBack,
    facts: zoneFacts,
  },
  "identity.route-role": {
    title: "集群的标识可以写入其路由表",
    why: "使用 kubenet 时，AKS 为每个新节点写入一条路由；没有该权限，其上的 Pod 无法访问。",
    remediation: giveBack,
    facts: {
      ...tableFacts,
      writesNone: () => "AKS 只在使用 kubenet 时写入路由，而此集群没有使用。",
    },
  },
};
