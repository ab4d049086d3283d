import { foldText } from '@app/kernel';
import { inDelta, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';

/** Company forms at the end of a folded name, longer ones first. */
const FORM =
  /(有限责任公司|股份有限公司|有限公司|股份公司|合伙企业|总公司|分公司|集团|公司|总厂|分厂|厂|co\.?,? ?ltd\.?|company limited|limited|ltd\.?|company|corporation|corp\.?|inc\.?|gmbh|group)$/;
const SEPARATORS = /[\s\p{P}\p{S}]+/gu;
const ASIDE = /[(（【[〔](.*?)[)）】\]〕]/gu;
/** Asides that name a form or a kind of partnership, not the company. */
const FORM_ASIDE = /^(集团|中国|有限合伙|普通合伙|特殊普通合伙|个人独资)$/;
/** A shorter rest says nothing about which company it is. */
const SHORTEST = 2;

/** Compares names of organizations: 杭州华新机械有限公司, 华新机械（杭州）有限公司 and 杭州市华新机械厂 are one. */
@Injectable()
export class NameNormaliser {
  constructor(private readonly regions: Regions) {}

  /** The name without place, company form, brackets and punctuation; never empty for a name that is not. */
  normaliseName(name: string): string {
    const folded = foldText(name);
    const plain = folded.replace(ASIDE, (_, inside: string) =>
      this.isPlace(inside) || FORM_ASIDE.test(inside) ? '' : inside,
    );
    const core = withoutForms(plain);
    const rest = this.withoutLeadingPlace(core);
    const best = [rest, core, plain].map(squeeze).find((candidate) => candidate.length >= SHORTEST);
    return best ?? folded;
  }

  private isPlace(text: string): boolean {
    const [mention] = this.regions.findAll(text);
    return mention !== undefined && mention.start === 0 && mention.end === text.length;
  }

  /** Bare names outside of the Delta (东方, 中山) may as well be a company's own; with 市 or 县 they are places. */
  private withoutLeadingPlace(text: string): string {
    const [mention] = this.regions.findAll(text);
    if (!mention || mention.start !== 0) return text;
    const surface = text.slice(0, mention.end);
    return inDelta(mention.code) || /[省市县区州]$/.test(surface) ? text.slice(mention.end) : text;
  }
}

function withoutForms(text: string): string {
  for (let rest = text.trim(); ;) {
    const shorter = rest.replace(FORM, '').replace(/[\s\p{P}]+$/u, '');
    if (shorter === rest || shorter.length < SHORTEST) return rest;
    rest = shorter;
  }
}

function squeeze(text: string): string {
  return text.replace(SEPARATORS, '');
}
