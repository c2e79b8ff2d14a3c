// What a change does to each object that it names.
import type { Touched } from "../../../core/run/proposed.ts";
import type { changeObjectTexts as en } from "../en/change-objects.ts";
import { counted, dotted } from "./words.ts";

const does: Readonly<Record<Touched["does"], string>> = {
  change: "将被更改",
  create: "将被创建",
  delete: "将被删除",
  restart: "将被重启",
  evict: "其 Pod 将被驱逐",
};

const podsEnd = counted("{it, plural, =0 {} other {# 个 Pod 随之结束}}");

export const changeObjectTexts: typeof en = {
  changeObjects: {
    wouldChange: (time) => `将会发生的更改（${time} 所见）`,
    approved: (time) => `已批准的更改（${time} 所见）`,
    object: (what, namespace) => (namespace === null ? what : `${what}（${namespace}）`),
    does: (what, pods) => dotted([does[what], podsEnd(pods)]),
    actedOn: "没有字段会改变：命令说明会对它做什么",
    nothingDiffers: "与现在相比没有任何不同",
    notSet: "（未设置）",
    moreFields: counted("另有 {it} 个字段未显示。"),
    moreObjects: counted("另有 {it} 个对象未显示。"),
    noPreview: "无法预先显示结果：此操作不支持试运行。请根据命令和对象来判断。",
    valuesHidden: "其中的值只给查看此更改的人看，不在这里显示。",
  },
};
