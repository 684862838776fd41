import { commitmentCheck } from './commitment.ts'

/** 2020 六（四）, 2017 六（四）: 凡接受财政补贴的承办主体，必须按要求提供项目有关交易和活动信息; 未提供完整信息的项目不得验收. */
export const checkDataCommitment = commitmentCheck('data', { zh: '数据报送承诺', en: 'data commitment' })
