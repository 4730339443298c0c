// Prints the runtime byte code of OpenZeppelin's ERC-20 with six decimals.
const { readFileSync } = require('node:fs');
const solc = require('solc');

const own = `
// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;
import "@openzeppelin/contracts/token/ERC20/ERC20.sol";
contract Token is ERC20("", "") {
  function decimals() public pure override returns (uint8) { return 6; }
}`;

const input = {
  language: 'Solidity',
  sources: { 'Token.sol': { content: own } },
  settings: {
    evmVersion: 'cancun',
    optimizer: { enabled: true, runs: 200 },
    outputSelection: { 'Token.sol': { Token: ['evm.deployedBytecode.object'] } },
  },
};
const readImport = (path) => ({ contents: readFileSync(require.resolve(path), 'utf8') });
const output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }));
const errors = (output.errors ?? []).filter((e) => e.severity === 'error');
if (errors.length > 0) {
  console.error(errors.map((e) => e.formattedMessage).join('\n'));
  process.exit(1);
}
console.log('0x' + output.contracts['Token.sol'].Token.evm.deployedBytecode.object);
