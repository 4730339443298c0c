package io.belay.core.decode;

import io.belay.keystore.SigningPayload.TypedData;

/// Documents of typed data, as sites ask for them.
final class Typed {
  static final String OWNER = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  static final String OTHER = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
  static final String TOKEN = "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48";
  static final String MAX256 =
      "115792089237316195423570985008687907853269984665640564039457584007913129639935";

  private Typed() {}

  /// @param types without the domain's, in JSON
  /// @param domain its members, in JSON
  static TypedData of(String types, String primary, String domain, String message) {
    return TypedData.parse(
        ("{'types':{"
                + types
                + "},'primaryType':'"
                + primary
                + "','domain':{"
                + domain
                + "},"
                + "'message':{"
                + message
                + "}}")
            .replace('\'', '"'));
  }

  /// A struct's declaration: `uint256 value, address to`.
  static String struct(String name, String members) {
    StringBuilder list = new StringBuilder();
    for (String member : members.split(", ", -1)) {
      String[] parts = member.split(" ", -1);
      list.append(list.isEmpty() ? "" : ",")
          .append("{'name':'" + parts[1] + "','type':'" + parts[0] + "'}");
    }
    return "'" + name + "':[" + list + "]";
  }

  static String domain(int chain) {
    return "'name':'USD Coin','version':'2','chainId':"
        + chain
        + ",'verifyingContract':'"
        + TOKEN
        + "'";
  }

  static TypedData permit(String domain, String value, String deadline) {
    return of(
        struct(
            "Permit",
            "address owner, address spender, uint256 value, uint256 nonce, uint256 deadline"),
        "Permit",
        domain,
        "'owner':'"
            + OWNER
            + "','spender':'"
            + OTHER
            + "','value':'"
            + value
            + "','nonce':0,'deadline':'"
            + deadline
            + "'");
  }

  static TypedData daiPermit(boolean allowed) {
    return of(
        struct(
            "Permit",
            "address holder, address spender, uint256 nonce, uint256 expiry, bool allowed"),
        "Permit",
        domain(1),
        "'holder':'"
            + OWNER
            + "','spender':'"
            + OTHER
            + "','nonce':0,'expiry':0,'allowed':"
            + allowed);
  }

  static TypedData permit2(String amount, String expiration) {
    return of(
        struct("PermitDetails", "address token, uint160 amount, uint48 expiration, uint48 nonce")
            + ","
            + struct("PermitSingle", "PermitDetails details, address spender, uint256 sigDeadline"),
        "PermitSingle",
        "'name':'Permit2','chainId':1,'verifyingContract':'" + TypedRisks.PERMIT2 + "'",
        "'details':{'token':'"
            + TOKEN
            + "','amount':'"
            + amount
            + "','expiration':'"
            + expiration
            + "','nonce':0},'spender':'"
            + OTHER
            + "','sigDeadline':'1795000000'");
  }

  static TypedData safe(int operation, String data) {
    return of(
        struct(
            "SafeTx",
            "address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas,"
                + " uint256 nonce"),
        "SafeTx",
        "'chainId':1,'verifyingContract':'" + OTHER + "'",
        "'to':'"
            + TOKEN
            + "','value':0,'data':'"
            + data
            + "','operation':"
            + operation
            + ",'safeTxGas':0,'nonce':3");
  }

  /// Seaport: a piece of a collection for what the offerer is given.
  ///
  /// @param given items, in JSON
  static TypedData order(String given) {
    return of(
        struct(
                "OrderComponents",
                "address offerer, OfferItem[] offer, ConsiderationItem[] consideration,"
                    + " uint256 endTime, uint256 salt")
            + ","
            + struct("OfferItem", "uint8 itemType, address token, uint256 startAmount")
            + ","
            + struct(
                "ConsiderationItem",
                "uint8 itemType, address token, uint256 startAmount, uint256 endAmount,"
                    + " address recipient"),
        "OrderComponents",
        "'name':'Seaport','version':'1.6','chainId':1,'verifyingContract':'" + OTHER + "'",
        "'offerer':'"
            + OWNER
            + "','offer':[{'itemType':2,'token':'"
            + TOKEN
            + "','startAmount':1}],'consideration':["
            + given
            + "],'endTime':1795000000,'salt':'"
            + MAX256
            + "'");
  }

  static String item(int type, String amount, String recipient) {
    return "{'itemType':"
        + type
        + ",'token':'"
        + TOKEN
        + "','startAmount':'"
        + amount
        + "','endAmount':'"
        + amount
        + "','recipient':'"
        + recipient
        + "'}";
  }
}
