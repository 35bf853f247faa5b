import { taskConnect } from './task-connect.ts';
import { taskMap } from './task-map.ts';
import { taskMessage } from './task-message.ts';
import { taskTest } from './task-test.ts';

export const tasks = {
  title: 'Tasks',
  subtitle: 'Each task has one address. Whatever sends a lead there starts it.',
  new: 'New task',
  list: {
    name: 'Name',
    state: 'State',
    today: 'Leads today',
    success: 'Succeeded',
    day: 'Last 24 hours',
    changed: 'Changed',
    empty: {
      title: 'No task yet',
      text: 'A task takes leads from a form, an ad or another tool and starts the conversation. The first one takes two minutes.',
    },
    noneFinished: 'none finished yet',
    sparkline: '{{total}} leads in the last 24 hours, {{peak}} in the busiest hour',
  },
  sources: { auto: 'Recognised by itself', generic: 'Any sender', form: 'Web form' },
  status: { active: 'Active', paused: 'Paused' },
  actions: {
    menu: 'Actions for {{name}}',
    pause: 'Pause',
    resume: 'Resume',
    duplicate: 'Duplicate',
    delete: 'Delete',
  },
  done: {
    paused: '“{{name}}” is paused. New leads are kept and run when you resume it.',
    resumed: '“{{name}}” is active again. The leads that waited are running.',
    duplicated: '“{{name}}” is made, with an address of its own.',
    deleted:
      '“{{name}}” will be deleted. Its address stops working and runs that have not begun are cancelled.',
  },
  create: {
    title: 'New task',
    subtitle: 'Where do your leads come from? Everything can be changed later.',
    start: 'Starting point',
    name: 'Name',
    nameHint: 'For you: nobody else reads it.',
    nameEmpty: 'Give the task a name.',
    country: 'Country of the phone numbers',
    countryHint: 'For numbers that come without a prefix such as +39.',
    message: 'First message',
    messageHint:
      'Fields stand in double braces. Nothing is sent yet: the message is only shown in the run until you choose a channel.',
    messageEmpty: 'Write the first message.',
    submit: 'Create the task',
    preview: 'How it reads to Giulia',
    previewBroken: 'This cannot be read yet: {{reason}}',
  },
  starts: {
    form: {
      name: 'Web form',
      text: 'A form on your own site, or its plugin',
      task: 'Website leads',
    },
    meta: {
      name: 'Facebook Lead Ads',
      text: 'Instant forms on Facebook and Instagram',
      task: 'Facebook leads',
    },
    zapier: {
      name: 'Zapier',
      text: 'A Zap that ends in “Webhooks by Zapier”',
      task: 'Leads from Zapier',
    },
    make: {
      name: 'Make',
      text: 'A scenario with an HTTP module',
      task: 'Leads from Make',
    },
    n8n: {
      name: 'n8n',
      text: 'A workflow with an HTTP Request node',
      task: 'Leads from n8n',
    },
    pabbly: {
      name: 'Pabbly',
      text: 'A Pabbly Connect workflow with an API step',
      task: 'Leads from Pabbly',
    },
    hubspot: {
      name: 'HubSpot',
      text: 'A workflow that sends a webhook',
      task: 'HubSpot leads',
    },
    gohighlevel: {
      name: 'GoHighLevel',
      text: 'A workflow with a webhook action',
      task: 'GoHighLevel leads',
    },
    blank: {
      name: 'Anything else',
      text: 'The sender is recognised by itself',
      task: 'New leads',
    },
  },
  firstMessage: {
    form: 'Hi {{first_name}}, thank you for writing to us. When is a good time to call you?',
    ad: 'Hi {{first_name}}, you asked about our offer. Shall I send you the details here?',
    other: 'Hi {{first_name}}, thank you for your interest. How can we help you?',
  },
  page: {
    tabs: {
      label: 'Steps of setting up the task',
      connect: 'Connect',
      map: 'Map',
      message: 'Message',
      test: 'Test',
      history: 'History',
    },
    revision: 'Revision {{revision}}',
    pausedNote: 'Paused: new leads are kept and run when you resume the task.',
  },
  ...taskConnect,
  ...taskMap,
  ...taskMessage,
  ...taskTest,
};
