// Whether Entra and the token service take the bot for what it says it is: without either nobody can be answered. The lines
// are those of `doctor`.
import { readConnection, readCredential } from "../azure/doctor/network-looks.ts";
import type { Config } from "../config/config.ts";
import { judgeConnection } from "../core/doctor/azure-bot.ts";
import type { DoctorLine } from "../core/doctor/line.ts";
import { judgeCredential } from "../core/doctor/running.ts";
import { lineSentence } from "../presenters/messages/operator/doctor.ts";
import { botChannel } from "./identity.ts";

/** While all is well; what is wrong may be mended at any moment. */
const seldomMilliseconds = 600_000;
const oftenMilliseconds = 15_000;

type EntraWatch = Readonly<{
  /** Null where nothing is known to be wrong, else one sentence. */
  problem(): string | null;
  stop(): void;
}>;

/** Only a refusal counts: where nobody answers, another process would be no better off. */
export function watchEntra(config: Config, appToken: (scope: string) => Promise<string>): EntraWatch {
  let wrong: DoctorLine | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    const line = await lookOnce(config, appToken);
    wrong = line.state === "wrong" ? line : null;
    if (stopped) return;
    timer = setTimeout(() => void look(), wrong === null ? seldomMilliseconds : oftenMilliseconds);
    timer.unref();
  };
  void look();
  return {
    problem: () => (wrong === null ? null : lineSentence(wrong)),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function lookOnce(config: Config, appToken: (scope: string) => Promise<string>): Promise<DoctorLine> {
  const { audience, oauthUrl } = botChannel(config);
  const { app, oauthConnection: connection } = config;
  const token = () => appToken(`${audience}/.default`);
  const credential = judgeCredential(await readCredential(token), app.id);
  if (credential.state !== "right") return credential;
  return judgeConnection(await readConnection({ oauthUrl, appId: app.id, connection, token }), connection);
}
