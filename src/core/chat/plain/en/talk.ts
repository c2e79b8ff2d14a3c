// How people talk to each other in English.
import type { TalkWords } from "../language.ts";

const fine =
  "fine|good|ok|okay|great|better|healthy|normal|happy|stable|perfect|perfectly|well|green|reachable|working|online|up|back";

export const talk: TalkWords = {
  well: [`looks|look|seems|is|are|its|feels ${fine}`, "works|work|working|responds|answers"],
  asking:
    "compare any would why what whats which who whos how hows where wheres when is are can could does do did does has have am may diagnose check show list get diff changes status logs events pods nodes overview summary health access ways history report please pls plz wtf tell run kubectl describe logs",
  questions: "why what whats how hows which who whos where wheres wtf",
  opening:
    "hey hi hello hiya yo ok okay so well um uh please pls plz plse kindly and but bot quick quickly urgent help now just dear folks team again me everyone all sorry thanks thx then also morning evening good afternoon",
  request: ["^can|could|would|will you|u|pls|please"],
  pleads: "please pls plz could can",
  orders: "please pls check look take have diagnose restart watch run show get see give stop start",
};
