/* global SwaggerUIBundle */
SwaggerUIBundle({
  url: '../v1/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: true,
});
