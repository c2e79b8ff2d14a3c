// What findings about `pool.*` say.
import type { PoolsFact } from "../../../../core/finding/pool/pool-facts.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { closeUp, counted, list } from "../words.ts";
import { sayOperation, sayThing } from "./common.ts";

export const poolsFacts: Says<PoolsFact> = {
  noPools: ({ cluster }) => `Azure 没有列出 ${cluster} 的节点池。`,
  nodesUncounted: ({ of }) => closeUp(`Azure 没有说明 ${sayThing(of)} 有多少个节点。`),
};

/** Behind the name of what has them. */
const countedFree = counted("{it, plural, =0 {没有空闲地址} other {有 # 个空闲地址}}");

const stopped = (pools: readonly string[]): string => `池 ${list(pools)} 已停止`;

export const poolFindings: FindingWords<"pool"> = {
  "pool.provisioning": {
    title: "节点池上的上次操作成功",
    why: "只完成一半的池可能缺少节点，影响运行命令、DNS 和隧道。",
    remediation: "修复导致操作失败的问题，然后重新应用该池的设置。",
    facts: {
      noPools: poolsFacts.noPools,
      operationFailed: ({ pool }) => `池 ${pool} 上的上次操作失败，因此可能缺少节点。`,
      operationCanceled: ({ pool }) => `池 ${pool} 上的上次操作已取消，因此可能只完成了一半。`,
      noneFailed: () => "没有池停留在失败的操作上。",
      scaleSetGone: ({ pool, from }) => `池 ${pool} 的规模集已从 ${from} 中消失，因此没有节点。`,
    },
  },
  "pool.power": {
    title: "节点池正在运行",
    why: "池可以逐个停止；只能放在已停止的池中的 Pod 在此期间不会运行。",
    remediation: "启动一个接受普通 Pod 的池。",
    facts: {
      noPools: poolsFacts.noPools,
      allRun: () => "没有池被停止。",
      someStopped: ({ pools }) => `${stopped(pools)}；接受同样 Pod 的其他池正在运行。`,
      allStopped: ({ pools }) =>
        `${stopped(pools)}，没有其他池接受普通 Pod：业务的 Pod 和运行命令的 Pod 都不会启动。`,
    },
  },
  "pool.subnet-ip-free": {
    title: "子网有空间容纳更多节点",
    why: "没有空闲地址就没有新节点：升级会失败，负载上升时的扩展也会失败。",
    remediation: "在更大的子网中添加池并把 Pod 迁移过去，或释放此子网中的地址。",
    facts: {
      noRoom: ({ subnet, free, oneNode, hasFailed }) =>
        `子网 ${subnet} ${countedFree(free)}，而再加一个节点需要 ${oneNode} 个：${hasFailed ? "上次操作已失败，之后任何添加节点的操作也会失败" : "下一次升级或扩展会失败，正在运行的不受影响"}。`,
      saidFull: ({ subnet }) => `上次操作失败，因为子网 ${subnet} 没有供新节点使用的空闲地址。`,
      tooSmall: ({ subnet, need, size }) =>
        `子网 ${subnet} 有 ${size} 个地址，而其节点再加一个就需要 ${need} 个：下一次升级或扩展会失败。`,
      noRoomForSurge: ({ subnet, free, surge }) =>
        `子网 ${subnet} ${countedFree(free)}，而升级时新增的节点需要 ${surge} 个：升级会失败。`,
      noRoomToGrow: ({ subnet, free, growth }) =>
        `子网 ${subnet} ${countedFree(free)}：足够升级，但不够所有池扩展到上限，那还需要 ${growth} 个。`,
      hasRoom: ({ subnet, free }) => `子网 ${subnet} ${countedFree(free)}。`,
      roomByCount: ({ subnet }) => `所有可能出现的节点只占 ${subnet} 的一半不到，该子网由 AKS 专为它们创建。`,
      useUnsaid: ({ subnet }) => `Azure 没有说明子网 ${subnet} 的使用情况。`,
      noSubnet: () => "没有池位于集群网络的子网中。",
    },
  },
  "pool.vm-instances": {
    title: "节点的虚拟机正在运行",
    why: "虚拟机被停止或未能创建的节点不接受 Pod，而且 AKS 不支持手动停止虚拟机。",
    remediation: "用 az aks nodepool delete-machines 删除没有运行的虚拟机并重新扩展该池，或替换该池。",
    facts: {
      nothingSuggests: () => "没有池或规模集的状态提示有此问题，因此没有逐台查询虚拟机。",
      allRun: ({ pool, machines }) => `池 ${pool} 的 ${machines} 台虚拟机正在运行。`,
      someDown: ({ pool, running, wanted }) =>
        `池 ${pool} 应有 ${wanted} 台虚拟机，其中 ${running} 台正在运行。`,
      someFailed: ({ pool, failed }) => `Azure 未能设置池 ${pool} 的 ${list(failed)}。`,
      noneRuns: ({ pool }) => `池 ${pool} 没有虚拟机在运行，也没有其他池有系统节点。`,
      noneListed: ({ pool }) => `Azure 没有列出池 ${pool} 的虚拟机。`,
      stateUnsaid: ({ pool, machine }) => `Azure 没有说明池 ${pool} 的 ${machine} 是否在运行。`,
    },
  },
  "pool.zones": {
    title: "系统节点位于多个可用性区域",
    why: "一个可用性区域中断时，其中的节点也中断，DNS 和隧道随之中断。",
    remediation: "用 --zones 1 2 3 添加一个系统节点池，并移除旧的。",
    facts: {
      noPools: poolsFacts.noPools,
      spread: ({ zones }) => `系统节点位于可用性区域 ${list(zones)}。`,
      oneZone: ({ zone }) => `所有系统节点都位于可用性区域 ${zone}：该区域中断时，DNS 和隧道也随之中断。`,
      noZones: ({ region }) =>
        `系统节点没有指定可用性区域；如果 ${region} 有多个，其中一个中断就可能波及全部节点。`,
      noSystemPool: () => "集群没有列出自己的系统节点池。",
    },
  },
  "pool.system-ready": {
    title: "系统节点正在运行",
    why: "DNS、指标以及到 API 服务器的隧道都在系统节点上运行。",
    remediation: "启动或扩展一个系统节点池。",
    facts: {
      ...poolsFacts,
      madeOnesUnlisted: ({ cluster }) => `${cluster} 的池中没有系统节点；由节点自动预配创建的节点没有列出。`,
      noneRunsYet: ({ operation }) =>
        closeUp(`没有系统节点在运行，但 ${sayOperation(operation)}：请等待其结束。`),
      hosted: ({ cluster }) => `${cluster} 的系统节点由 AKS 自行托管。`,
      noSystemPool: () => "集群没有系统节点池。",
      scaleSetsGone: ({ pools, from }) => `${list(pools)} 的规模集已从 ${from} 中消失，因此没有系统节点了。`,
      noneRuns: () => "没有系统节点在运行。",
      onlyOneRuns: () => "只有一个系统节点在运行：Azure 更新它时，DNS 和隧道会中断。",
      run: ({ nodes }) => `有 ${nodes} 个系统节点在运行。`,
    },
  },
};
