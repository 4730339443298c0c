// Opens keystores and makes others with ethers: JSON in, JSON out.
// in:  {"open": [{"file", "password"}], "make": [{"key", "password"}]}
// out: {"opened": [key], "made": [file]}
const fs = require("fs");
const ethers = require("ethers");

const COST = { scrypt: { N: 1024, r: 8, p: 1 } };

function open({ file, password }) {
  return ethers.decryptKeystoreJsonSync(file, password).privateKey;
}

function make({ key, password }) {
  const account = { address: ethers.computeAddress(key), privateKey: key };
  return ethers.encryptKeystoreJsonSync(account, password, COST);
}

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const answer = { opened: asked.open.map(open), made: asked.make.map(make) };
process.stdout.write(JSON.stringify(answer));
