import { isFQDN, isIP, ValidateBy, type ValidationOptions } from 'class-validator';
import { foldText } from './fold-text.js';

/** Why a text is not taken as the name of an organization, a person or an event: the key of the rule it violates. */
export type NameFault = 'NAME_CONTROL_CHARACTERS' | 'NAME_ADDRESS' | 'NAME_OF_PLATFORM';

/** Line breaks, other control and format characters (zero width, direction), and what Unicode says is no character. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/u;
/** Marks that part an address from the words around it; 。 between letters is a dot to browsers (UTS 46). */
const BETWEEN_ADDRESSES = /[\s/\\:：，,、;；()（）<>《》【】[\]"'“”‘’!！?？@=#&|]+/u;
const IDEOGRAPHIC_DOT = /(?<=[a-z0-9-])[。｡](?=[a-z0-9])/g;
/** Domains end in Latin letters, or in one of the Chinese top-level domains; `某某.张三` is a person. */
const TOP_LEVEL =
  /\.(?:[a-z]{2,}|xn--[a-z0-9-]+|中国|中國|公司|网络|网址|商城|在线|中文网|集团|网店|商标|手机|香港|台湾|政务|公益)$/;
/** `Co.Ltd` without its blank and the like are no domain. */
const ABBREVIATIONS =
  /^(?:.*[^a-z])?(?:co|ltd|inc|corp|mfg|tech|intl|no|dept|mr|mrs|ms|dr|prof|st)\.(?:ltd|inc|llc|corp|co|plc|gmbh)$/;
/** Latin letters with look-alikes of other scripts in one word; μm and kΩ are units, and look like nothing Latin. */
const MIXED_SCRIPTS =
  /(?=[\p{L}]*\p{Script=Latin})(?=[\p{L}]*[\p{Script=Cyrillic}αγικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ])\p{L}+/u;
const PLATFORM = /链桥|lianqiao/;
/** In a title 拖链、桥架 are goods: it speaks for the platform when it begins with its name or names one of its offices. */
const PLATFORM_IN_TITLE =
  /lianqiao|^[^\p{L}\p{N}]*链桥|链桥[^\p{L}\p{N}]*(?:平台|官方|客服|通知|公告|提醒|系统|管理员|安全|账户|账号|验证)/u;
/** Somebody who speaks for no organization but for "the" service. */
const SERVICE =
  /^(?:(?:官方|平台|系统|网站)*(?:客服|客户服务|管理员|通知|公告|安全中心|验证码)(?:中心|人员|小助手|部)?|官方|平台|系统|(?:official|platform|system|customer) ?(?:support|service|administrator|admin|notice)|admin(?:istrator)?)$/;
/** The signature with which Chinese text messages begin. */
const SIGNATURE = /【[^】]*】/;

/** What a text names: somebody, an event, or a thing that is wanted or offered. */
export interface NameKind {
  /** Whether a part in 【】 is refused, with which a text message says whom it is from; titles have it. */
  readonly signed?: boolean;
  /** A title of a need or a capability: a thing may be called what nobody may be called. */
  readonly title?: boolean;
}

/**
 * Returns the rule that a name breaks, or null. Names and titles appear in text messages, e-mail subjects and sentences
 * of the platform, so they must not contain addresses or pose as the platform.
 */
export function nameFault(name: string, { title = false, signed = !title }: NameKind = {}): NameFault | null {
  if (INVISIBLE.test(name)) return 'NAME_CONTROL_CHARACTERS';
  const folded = foldText(name);
  if (holdsAddress(folded)) return 'NAME_ADDRESS';
  const letters = folded.replace(/[^\p{L}\p{N}]+/gu, '');
  const speaksForPlatform =
    (title ? PLATFORM_IN_TITLE.test(folded) : PLATFORM.test(letters)) ||
    SERVICE.test(folded) ||
    SERVICE.test(letters) ||
    MIXED_SCRIPTS.test(name);
  return speaksForPlatform || (signed && SIGNATURE.test(name)) ? 'NAME_OF_PLATFORM' : null;
}

function holdsAddress(folded: string): boolean {
  return (
    folded
      .replace(IDEOGRAPHIC_DOT, '.')
      .split(BETWEEN_ADDRESSES)
      // Programs make a link of what is Latin in a Chinese sentence that has no blanks.
      .flatMap((word) => [word, ...word.split(/[^\u0021-\u007E]+/)])
      .map((word) => word.replace(/^\.+|\.+$/g, ''))
      .some((word) => isIP(word, 4) || isDomain(word))
  );
}

function isDomain(word: string): boolean {
  return TOP_LEVEL.test(word) && !ABBREVIATIONS.test(word) && isFQDN(word, { allow_underscores: true });
}

/** Validates that a field is an allowed name (see {@link nameFault}); absent values pass. */
export function IsPublicName(options: ValidationOptions & NameKind = {}): PropertyDecorator {
  const { signed, title, ...rest } = options;
  const rules = (['NAME_CONTROL_CHARACTERS', 'NAME_ADDRESS', 'NAME_OF_PLATFORM'] as const).map((fault) =>
    ValidateBy(
      {
        name: fault,
        validator: {
          validate: (value) => typeof value !== 'string' || nameFault(value, { signed, title }) !== fault,
        },
      },
      rest,
    ),
  );
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
}
