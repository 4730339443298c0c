package io.belay.app.fake;

/// Typed data as sites ask for it, in JSON.
public final class FakeTyped {
  /// When the fake clock's day is over.
  public static final long SOON = FakeSession.NOW.getEpochSecond() + 36_000;

  private FakeTyped() {}

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  /// Lets Daily take USDC from Savings.
  public static String permit(long chain, String value) {
    return quoted(
        "{'types':{'Permit':[{'name':'owner','type':'address'},{'name':'spender','type':'address'},"
            + "{'name':'value','type':'uint256'},{'name':'nonce','type':'uint256'},"
            + "{'name':'deadline','type':'uint256'}]},'primaryType':'Permit','domain':{'name':'USD"
            + " Coin','version':'2','chainId':"
            + chain
            + ",'verifyingContract':'"
            + FakeSession.USDC.contract().orElseThrow()
            + "'},'message':{'owner':'"
            + FakeVault.SAVINGS
            + "','spender':'0x52908400098527886E0F7030069857D2E4169EE7',"
            + "'value':'"
            + value
            + "','nonce':0,'deadline':"
            + SOON
            + "}}");
  }

  /// A Safe's transaction.
  public static String safe(long chain, int operation) {
    return quoted(
        "{'types':{'SafeTx':[{'name':'to','type':'address'},{'name':'value','type':'uint256'},"
            + "{'name':'data','type':'bytes'},{'name':'operation','type':'uint8'}]},"
            + "'primaryType':'SafeTx','domain':{'chainId':"
            + chain
            + ",'verifyingContract':'"
            + FakeVault.DAILY
            + "'},'message':{'to':'"
            + FakeVault.SAVINGS
            + "','value':0,'data':'0x','operation':"
            + operation
            + "}}");
  }

  /// An order that gives a piece of a collection for some of the currency and of USDC.
  public static String order(long chain) {
    String usdc = FakeSession.USDC.contract().orElseThrow().toString();
    return quoted(
            "{'types':{'Order':[{'name':'offerer','type':'address'},{'name':'offer','type':'Item[]'},"
                + "{'name':'consideration','type':'Item[]'},{'name':'memo','type':'string'},"
                + "{'name':'fair','type':'bool'},{'name':'expirationTime','type':'uint256'}],"
                + "'Item':[{'name':'itemType','type':'uint8'},{'name':'token','type':'address'},"
                + "{'name':'startAmount','type':'uint256'},{'name':'recipient','type':'address'}]},"
                + "'primaryType':'Order','domain':{'name':'Seaport','chainId':"
                + chain
                + ",'verifyingContract':'"
                + FakeVault.DAILY
                + "'},'message':{'offerer':'"
                + FakeVault.SAVINGS
                + "','offer':["
                + item(2, "1")
                + "],'consideration':["
                + item(0, "1500000000000000000")
                + ","
                + item(1, "2500000")
                + "],"
                + "'memo':'a\u202eb','fair':true,'expirationTime':0}}")
        .replace("TOKEN", usdc);
  }

  private static String item(int type, String amount) {
    return "{'itemType':"
        + type
        + ",'token':'TOKEN','startAmount':'"
        + amount
        + "','recipient':'"
        + FakeVault.SAVINGS
        + "'}";
  }

  /// The example of EIP-712, which the account 0xCD2a…D826 signed.
  public static String mail() {
    return quoted(
        "{'types':{'EIP712Domain':[{'name':'name','type':'string'},{'name':'version','type':"
            + "'string'},{'name':'chainId','type':'uint256'},{'name':'verifyingContract','type':"
            + "'address'}],'Person':[{'name':'name','type':'string'},{'name':'wallet','type':"
            + "'address'}],'Mail':[{'name':'from','type':'Person'},{'name':'to','type':'Person'},"
            + "{'name':'contents','type':'string'}]},'primaryType':'Mail','domain':{'name':"
            + "'Ether Mail','version':'1','chainId':1,'verifyingContract':"
            + "'0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC'},'message':{'from':{'name':'Cow',"
            + "'wallet':'0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826'},'to':{'name':'Bob','wallet':"
            + "'0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB'},'contents':'Hello, Bob!'}}");
  }
}
