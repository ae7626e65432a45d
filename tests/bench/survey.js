// The comparison of `cargo xtask bench`: as many open questions as our page has, rendered by SurveyJS as
// its guide says, each key kept in the browser as ours is. Bundled by xtask; `?n=` says how many.
import 'survey-core/survey-core.fontless.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';

const count = Number(new URLSearchParams(location.search).get('n') ?? 1);
const title = 'Think of a moment this week when a pupil or a colleague did something that you had not expected.';
const elements = Array.from({ length: count }, (_, index) => ({
  type: 'comment',
  name: `question-${index + 1}`,
  title: `${title} What did you think, and what did you do? (${index + 1})`,
  description: 'Write without names. A few sentences are enough.',
}));
const survey = new Model({ elements, textUpdateMode: 'onTyping', showQuestionNumbers: false });
const KEY = 'survey';
const stored = localStorage.getItem(KEY);
if (stored) survey.data = JSON.parse(stored);
survey.onValueChanged.add(() => localStorage.setItem(KEY, JSON.stringify(survey.data)));
renderSurvey(survey, document.getElementById('survey'));
