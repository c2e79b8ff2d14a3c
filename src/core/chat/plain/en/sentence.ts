// What holds an English sentence together, and what stands around a command.
import { standingWords } from "../../standing-words.ts";
import type { CommandWords, SentenceWords } from "../language.ts";

export const sentence: SentenceWords = {
  fillers: `
    a an the this that these those my our your its their
    i im ive id me we weve you u he she they them us it is are am was were be been being do does did done has have had
    can could would should may might shall will lets
    please pls plz plse kindly hey hi hello yo hiya dear ok okay so well um uh hmm oh and or but then also too only either
    just really actually even still again right now currently today tonite anymore already always suddenly keep keeps
    at on in of to for with w about by as if from into onto via against over through there here inside
    what which who why how when where whats hows whos wheres any some all every everything anything something
    cluster clusters aks k8s kubernetes kube azure api apis server apiserver control plane controlplane endpoint
    bot buddy mate team folks guys quick quickly fast asap urgent urgently immediately need needs want wanna gotta get getting got
    like such very much more both thx thanks thank ty cheers seem seems seeing says say tell give show let try trying tried
    since minutes minute hours hour ago morning mins min secs seconds least up idea ideas sorry bother same once
    one two three four five six seven eight nine ten few couple several half
  `,
  leads: "on in at @ for of to into against from with via over about onto within inside",
  placeLeads: "from at on via over with using in through behind",
  articles: "the a our my cluster aks",
  behindName: "cluster",
  not: "cant|cannot|couldnt|cudnt|wont|wouldnt|doesnt|doesn|dont|didnt|isnt|arent|wasnt|not|unable|never|nobody|noone|impossible|fail|fails|failing|failed|trouble|problem|problems|issue|issues",
  and: "and or & vs versus nor",
  but: "but while whereas although though",
  polite:
    "please pls plz plse thanks thank thx ty cheers kindly asap urgently quickly quick now right again once more mate guys team everyone all bot you too",
  from: "from",
  sitting: "working sitting im",
  except: "not",
  places: [...standingWords, ["internet", ["hotel", "hotspot", "phone hotspot", "internet cafe", "airport"]]],
  placesAlone: [["internet", ["wfh"]]],
  via: "via over through using by with",
};

export const command: CommandWords = {
  before:
    "run execute exec do sudo command cmd shell bash sh output outputs result results watch fire issue try show rights permission",
  behind:
    "please pls plz plse thanks thank thx ty cheers asap urgently quickly now here there again then for me us you mate kindly too",
  leads: "on at @ from against",
  never: "why when does did is are was were if since because how where whenever",
};
