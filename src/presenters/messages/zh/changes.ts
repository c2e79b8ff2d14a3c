// What was changed, by whom and when, from the activity log.
import type { ChangedType } from "../../../core/finding/operation.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { utc } from "../../time.ts";
import { type ChangeWords, changeSpeech } from "../speech/changes.ts";
import { closeUp } from "./words.ts";

export const kinds: Readonly<Record<ChangedType, string>> = {
  "microsoft.containerservice/managedclusters": "集群",
  "microsoft.containerservice/managedclusters/agentpools": "节点池",
  "microsoft.containerservice/managedclusters/privateendpointconnections": "专用终结点连接",
  "microsoft.network/azurefirewalls": "防火墙",
  "microsoft.network/bastionhosts": "Bastion 主机",
  "microsoft.network/connections": "网关连接",
  "microsoft.network/connections/sharedkey": "网关连接的共享密钥",
  "microsoft.network/dnsforwardingrulesets": "DNS 转发规则集",
  "microsoft.network/dnsforwardingrulesets/forwardingrules": "DNS 转发规则",
  "microsoft.network/dnsresolvers": "DNS 解析程序",
  "microsoft.network/dnsresolvers/inboundendpoints": "DNS 解析程序的入站终结点",
  "microsoft.network/dnsforwardingrulesets/virtualnetworklinks": "DNS 转发规则集的虚拟网络链接",
  "microsoft.network/expressroutecircuits": "ExpressRoute 线路",
  "microsoft.network/expressroutecircuits/peerings": "ExpressRoute 线路的对等互连",
  "microsoft.network/firewallpolicies": "防火墙策略",
  "microsoft.network/firewallpolicies/rulecollectiongroups": "防火墙规则",
  "microsoft.network/ipgroups": "IP 组",
  "microsoft.network/localnetworkgateways": "本地网络网关",
  "microsoft.network/loadbalancers": "负载均衡器",
  "microsoft.network/natgateways": "NAT 网关",
  "microsoft.network/networkinterfaces": "网络接口",
  "microsoft.network/networksecuritygroups": "安全组",
  "microsoft.network/networksecuritygroups/securityrules": "安全规则",
  "microsoft.network/privatednszones": "专用 DNS 区域",
  "microsoft.network/privatednszones/a": "A 记录",
  "microsoft.network/privatednszones/virtualnetworklinks": "DNS 区域链接",
  "microsoft.network/privateendpoints": "专用终结点",
  "microsoft.network/privateendpoints/privatednszonegroups": "专用终结点的 DNS 区域组",
  "microsoft.network/publicipaddresses": "公共 IP 地址",
  "microsoft.network/routetables": "路由表",
  "microsoft.network/routetables/routes": "路由",
  "microsoft.network/virtualhubs": "虚拟中心",
  "microsoft.network/virtualhubs/hubroutetables": "虚拟中心的路由表",
  "microsoft.network/virtualhubs/hubvirtualnetworkconnections": "中心连接",
  "microsoft.network/virtualnetworkgateways": "网络网关",
  "microsoft.network/virtualnetworks": "网络",
  "microsoft.network/virtualnetworks/subnets": "子网",
  "microsoft.network/virtualnetworks/virtualnetworkpeerings": "对等互连",
  "microsoft.compute/virtualmachines": "虚拟机",
  "microsoft.compute/virtualmachinescalesets": "规模集",
  "microsoft.authorization/roleassignments": "角色分配",
};

/** What was done to a thing, or to a part of it. */
const did =
  (verb: string, part = "") =>
  (thing: string): string =>
    closeUp(part === "" ? `${verb} ${thing}` : `${verb} ${thing} 的 ${part}`);

export const deeds: ChangeWords["deeds"] = {
  write: did("更改了"),
  delete: did("删除了"),
  start: did("启动了"),
  stop: did("停止了"),
  restart: did("重启了"),
  deallocate: did("解除分配了"),
  poweroff: did("关闭了"),
  redeploy: did("重新部署了"),
  abort: did("中止了", "操作"),
  reset: did("重置了"),
  rotateclustercertificates: did("轮换了", "证书"),
  rotateserviceaccountsigningkeys: did("轮换了", "签名密钥"),
  resetserviceprincipalprofile: did("重置了", "服务主体"),
  resetaadprofile: did("重置了", "Entra 集成"),
  upgradenodeimageversion: did("升级了", "节点映像"),
};

export const { sayChanged, sayChange } = changeSpeech({
  kinds,
  resource: "资源",
  deeds,
  roleAssignment: (on) => `${on} 上的角色分配`,
  thing: (kind, name, of) => `${kind} ${name}${of === "" ? "" : `（${of}）`}`,
  by: (done, name, isPerson) => `${isPerson ? "" : "应用程序 "}${name} ${done}`,
});

export const timeOf = utc;

export const timeText = ({ time }: ResourceChange): string => timeOf(time);

export const changeTexts = { sayChange };
