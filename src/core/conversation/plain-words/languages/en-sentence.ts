// What holds an English sentence together, and what stands around a command.
import { standingWords } from "../../location-words.ts";
import type { CommandWords, SentenceWords } from "./language.ts";

export const sentence: SentenceWords = {
  small: `
    a an the this that these those my our your its their
    i im ive id ill me we weve wed you u youre he she hes shes they theyre them us it its is are am was were be been being do does did done has have had
    can could would should may might shall will lets must let lemme gonna
    please pls plz plse kindly hey hi hello yo hiya dear ok okay so well um uh hmm oh and or but then also too only either yet
    just really actually theoretically hypothetically even still again right now currently today tonite tonight anymore already always suddenly keep keeps
    at on in of to for with w about by as if from into onto via against over through there here inside than
    w rn y prob nite tho during
    what which who why how when where whats hows whos wheres any some every everything anything something lot lots bit
    thx thanks thank ty cheers asap urgent urgently sorry because since while though
  `,
  fillers: `
   mark marked
   whether told possible perhaps currently able sir madam kind regards best
   january february april june july august september october november december
   whole entire across complete seriously damn bloody crap shit
    all cluster clusters aks k8s kubernetes kube azure api apis server apiserver control plane controlplane endpoint
    bot buddy mate team folks guys quick quickly fast asap urgent urgently immediately need needs want wanna gotta get getting got
    like such very much more most both other another rest seem seems seeing says say tell give show let try trying tried
    since minutes minute hours hour ago morning mins min secs seconds least up idea ideas bother same once following next above below thing things stuff mate man dude kind sort
    one two three four five six seven eight nine ten few couple several half gimme pretty lil little pls mind ta luv hun again myself everyone tho though btw yall
  `,
  leads: "on in at @ for of to into against from with via over about onto within inside",
  placeLeads: "from im am at go going on via over with using in through behind",
  articles: "the a our my cluster aks",
  behindName: "cluster",
  not: "cant|cannot|couldnt|cudnt|wont|wouldnt|doesnt|doesn|dont|didnt|isnt|arent|wasnt|not|unable|never|nobody|noone|nothing|impossible|fail|fails|failing|failed|trouble|problem|problems|issue|issues",
  and: "and or & vs versus nor",
  but: "but while whereas although though",
  polite:
    "please pls plz plse thanks thank thx ty cheers kindly asap urgently quickly quick now right again once more mate guys team everyone all bot you too",
  from: "from",
  fromAddress: [
    "ip|address|addr|ipv4 changed|switched|moved|went|rotated|jumped from <address> to|into <address>",
    "from <address>",
    "from ip|address|my|our|host|source <address>",
    "from the|my|our|an ip|address|host|laptop|machine <address>",
    "im|am|were|are|sit|sitting at|on|behind <address>",
  ],
  myAddress: [
    "have|got|had|use|using …<address> as|for my|the|ip|address|addr",
    "my|our ip|address|addr|ipv4 …now|today …<address>",
    "my|our ip|address|addr|ipv4 <address>",
    "my|our ip|address|addr|ipv4 changed|switched|moved to|into <address>",
    "my|our new|current ip|address|addr is|now <address>",
    "my|our public|own|current|external ip|address <address>",
    "my|our ip|address|addr|ipv4 …now|become|into|to|is|its|got|gets <address>",
    "new|different|other|another|fresh ip|address|addr|ipv4 …<address>",
    "ip|address|addr|ipv4 changed|switched|rotated …<address>",
  ],
  except: "not",
  places: [
    ...standingWords,
    [
      "internet",
      [
        "hotel",
        "hotspot",
        "phone hotspot",
        "mobile hotspot",
        "mobile data",
        "mobile",
        "mobile phone",
        "my phone",
        "phones hotspot",
        "phones 5g",
        "phones 4g",
        "phone 5g",
        "phones internet",
        "iphone hotspot",
        "android hotspot",
        "tethering",
        "phone tethering",
        "tethered",
        "4g",
        "5g",
        "lte",
        "cellular",
        "train",
        "plane",
        "cafe",
        "coffee shop",
        "starbucks",
        "the road",
        "hotel wifi",
        "home wifi",
        "internet cafe",
        "airport",
      ],
    ],
  ],
  placesAlone: [["internet", ["wfh"]]],
  machines:
    "laptop notebook macbook desktop workstation machine pc computer lappy mac surface thinkpad here local locally localhost",
  connected: "connected active enabled established running",
  connectedAtEnd: "on up",
  ofAddress: "ip ips address addresses addr ipv4",
  via: "via over through using by with",
};

export const command: CommandWords = {
  forbids: "not dont never nobody noone",
  before:
    "run execute exec do sudo command cmd shell bash sh output outputs result results watch fire issue try show see look check get have pull fetch gimme give list print dump do make need want tell rights permission following running executing mind send fire off chance use using",
  behind:
    "forbidden denied please pls plz plse thanks thank thx ty cheers asap urgently quickly now here there again then for me us you mate kindly too",
  leads: "on at @ from against",
  never:
    "hangs hang hung hanging fails failed failing times timeout stuck freezes errors doesnt wont cant isnt never nothing forever takes took ages slow slowly works work why when does did is are was were if since because how where whenever",
};
