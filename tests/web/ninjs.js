// SPDX-License-Identifier: GPL-3.0-or-later
// Holds files against the JSON Schema of ninjs 3.1, formats of dates and addresses among it.
//
// usage: NODE_PATH=… node ninjs.js FILE...     prints "ok ninjs FILE" or "FAILED ninjs FILE: why" a line
'use strict';
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv/dist/2020');
const addFormats = require('ajv-formats');

const schema = JSON.parse(fs.readFileSync(path.join(__dirname, 'ninjs', 'ninjs-schema_3.1.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' });
const validate = ajv.compile(schema);

let status = 0;
for (const file of process.argv.slice(2)) {
  if (validate(JSON.parse(fs.readFileSync(file, 'utf8')))) {
    console.log(`ok ninjs ${file}`);
  } else {
    for (const error of validate.errors.slice(0, 10))
      console.log(`FAILED ninjs ${file}: ${error.instancePath} ${error.message}`);
    status = 1;
  }
}
process.exit(status);
