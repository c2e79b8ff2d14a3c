// What the steps of a fix do, in one sentence.

import { effectOfFix } from "../../../core/fix/write/actions.ts";
import type { CommandEffect, FixEffect } from "../../../core/fix/write/command-effect.ts";
import type { Fix } from "../../../core/fix/write/fix.ts";
import { type Says, say } from "../says.ts";

/** Goes on in a sentence about the fix. */
export const commandEffects: Says<CommandEffect> = {
  uncordons: ({ name }) => `允许 Pod 再次调度到 ${name}`,
  removesPolicy: ({ name }) => `删除网络策略 ${name}`,

  waits: () => "等待操作结束",
  waitsUntilDown: ({ name }) => `等待 ${name} 停机`,
  signsIn: () => "让你登录集群的租户",
  starts: ({ name }) => `启动 ${name}`,
  restarts: ({ name }) => `重启 ${name}`,
  startsInstance: ({ name, instances }) => `启动 ${name} 的实例 ${instances}`,
  restartsInstance: ({ name, instances }) => `重启 ${name} 的实例 ${instances}`,
  scales: ({ name, count }) => `把 ${name} 缩放到 ${count} 个实例`,
  startsContainers: ({ name }) => `启动容器 ${name}`,
  changes: ({ name }) => `更改 ${name}`,
  sets: ({ name, setting }) => `在 ${name} 上设置 ${setting}`,
  reapplies: ({ name }) => `重新应用 ${name} 的设置`,
  approves: ({ name }) => `批准 ${name}`,
  registersProvider: ({ name }) => `注册资源提供程序 ${name}`,
  givesRole: ({ role, on }) => `在 ${on} 上授予角色 ${role}`,
  asksForAccess: ({ name }) => `按策略 ${name} 申请 JIT 访问`,

  rotatesCertificates: ({ name }) => `轮换 ${name} 的证书`,
  fetchesKubeconfig: ({ name }) => `重新获取 ${name} 的 kubeconfig`,
  switchesRunCommandOn: ({ name }) => `启用 ${name} 的运行命令功能`,
  authorizesAddress: ({ name }) => `把一个地址加入 ${name} 的授权 IP 范围`,
  givesAddresses: ({ name, count }) => `为 ${name} 的负载均衡器配置 ${count} 个公共 IP 地址`,
  keepsPorts: ({ name, count }) => `为 ${name} 的每个节点保留 ${count} 个端口`,
  addsPool: ({ name }) => `添加节点池 ${name}`,
  startsPool: ({ name }) => `启动节点池 ${name}`,
  scalesPool: ({ name, count }) => `把节点池 ${name} 缩放到 ${count}`,
  surgesByOne: ({ name }) => `让节点池 ${name} 升级时一次增加一个节点`,
  movesLimits: ({ name }) => `更改节点池 ${name} 的上下限`,
  recoversVault: ({ name }) => `恢复已删除的密钥保管库 ${name}`,
  opensVault: ({ name }) => `对所有网络开放密钥保管库 ${name}`,

  createsZone: () => "创建专用 DNS 区域",
  linksZone: ({ name }) => `把专用 DNS 区域链接到 ${name}`,
  removesLink: ({ name }) => `移除链接 ${name}`,
  endsRegistration: ({ name }) => `关闭链接 ${name} 的自动注册`,
  setsRecord: ({ record, address }) => `把记录 ${record} 设为 ${address}`,
  addsToRecord: ({ record, address }) => `把 ${address} 加入记录 ${record}`,
  removesFromRecord: ({ record, address }) => `从记录 ${record} 中移除 ${address}`,
  createsEndpoint: ({ name }) => `创建专用终结点 ${name}`,
  removesEndpoint: ({ name }) => `移除专用终结点 ${name}`,

  addsRule: ({ name, of }) => `在 ${of} 中添加规则 ${name}`,
  removesRule: ({ name, of }) => `移除 ${of} 的规则 ${name}`,
  addsRules: ({ name, of }) => `在 ${of} 中添加规则集合 ${name}`,
  turnsProxyOn: ({ name }) => `启用 ${name} 的 DNS 代理`,
  translates: ({ name }) => `让 ${name} 重新转换发往 Internet 的地址`,
  letsSubnetIn: ({ subnet, account }) => `允许子网 ${subnet} 访问 ${account}`,

  createsTable: ({ name }) => `创建路由表 ${name}`,
  addsRoute: ({ name, of }) => `在 ${of} 中添加路由 ${name}`,
  removesRoute: ({ name, of }) => `从 ${of} 中移除路由 ${name}`,
  attachesTable: ({ name, of }) => `把路由表关联到 ${of} 的子网 ${name}`,
  detachesTable: ({ name, of }) => `解除 ${of} 的子网 ${name} 上的路由表`,
  servesStorage: ({ name, of }) => `为 ${of} 的子网 ${name} 添加存储的服务终结点`,
  givesNatGateway: ({ name, of, to }) => `为 ${of} 的子网 ${name} 配置 NAT 网关 ${to}`,
  delegates: ({ name, of, to }) => `把 ${of} 的子网 ${name} 委托给 ${to}`,
  endsEncryption: ({ name }) => `关闭 ${name} 的加密`,
  createsAddress: ({ name }) => `创建公共 IP 地址 ${name}`,
  createsNatGateway: ({ name }) => `创建 NAT 网关 ${name}`,
  changesNatGateway: ({ name }) => `更改 NAT 网关 ${name}`,
  forwards: ({ name }) => `启用网络接口 ${name} 的 IP 转发`,
  dropsServers: ({ name }) => `移除网络接口 ${name} 上的 DNS 服务器`,
  makesPeering: ({ one, other }) => `建立 ${one} 与 ${other} 的对等互连`,
  removesPeering: ({ name, of }) => `移除 ${of} 的失效对等互连 ${name}`,
  syncsPeering: ({ name, of }) => `同步 ${of} 的对等互连 ${name}`,
  setsOnPeering: ({ name, of, setting }) => `在 ${of} 的对等互连 ${name} 上设置 ${setting}`,
  switchesPeeringOn: ({ name, of }) => `启用线路 ${of} 的 ${name}`,
  changesGateway: ({ name }) => `更改网关 ${name}`,
  restartsGateway: ({ name }) => `重启网关 ${name}`,
};

export const fixEffects: Says<FixEffect> = {
  peeringAgain: ({ one, other, both }) =>
    `重新建立 ${one} 与 ${other} 的对等互连（${both ? "两端" : "一端"}）。`,
  steps: ({ effects }) => `${effects.map((effect) => say(commandEffects, effect)).join("，然后")}。`,
};

export const fixEffectTexts = {
  whatItDoes: (fix: Pick<Fix, "steps">): string => say(fixEffects, effectOfFix(fix)),
};
