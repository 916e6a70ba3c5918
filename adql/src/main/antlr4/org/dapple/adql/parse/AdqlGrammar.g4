/*
 * ADQL 2.1. One rule for conditions and values: a parenthesis does not say which of them it holds, so the checker, which knows
 * types, tells them apart, and the parser never looks far ahead.
 */
parser grammar AdqlGrammar;

options { tokenVocab = AdqlTokens; }

statement: query SEMICOLON* EOF;

query: with? queryBody orderBy? offset?;
with: WITH commonTable (COMMA commonTable)*;
commonTable: identifier AS LPAREN query RPAREN;
orderBy: ORDER BY sortItem (COMMA sortItem)*;
sortItem: sortKey (ASC | DESC)?;
sortKey: condition | keyword;
offset: OFFSET INTEGER;

queryBody: queryTerm (unionOperator queryTerm)*;
unionOperator: (UNION | EXCEPT) ALL?;
queryTerm: queryPrimary (intersectOperator queryPrimary)*;
intersectOperator: INTERSECT ALL?;
queryPrimary
    : select                # selectPrimary
    | LPAREN query RPAREN   # nestedPrimary
    ;

select: SELECT quantifier? top? selectItem (COMMA selectItem)* from where? groupBy? having?;
quantifier: DISTINCT | ALL;
top: TOP INTEGER;
selectItem
    : STAR                  # allColumns
    | name DOT STAR         # allColumnsOf
    | condition alias?      # selectExpression
    ;
alias: AS word | identifier;

from: FROM tableReference (COMMA tableReference)*;
where: WHERE condition;
groupBy: GROUP BY groupKey (COMMA groupKey)*;
groupKey: condition | keyword;
having: HAVING condition;

tableReference
    : left=tableReference CROSS JOIN right=tableFactor                           # crossJoin
    | left=tableReference NATURAL joinType? JOIN right=tableFactor               # naturalJoin
    | left=tableReference joinType? JOIN rest=tableReference joinSpecification?  # qualifiedJoin
    | tableFactor                                                                # singleTable
    ;
joinType: INNER | (LEFT | RIGHT | FULL) OUTER?;
joinSpecification
    : ON condition                                          # onCondition
    | USING LPAREN identifier (COMMA identifier)* RPAREN    # usingColumns
    ;
tableFactor
    : name alias?                   # namedTable
    | LPAREN query RPAREN alias     # derivedTable
    | LPAREN tableReference RPAREN  # nestedJoin
    ;

condition: conjunction (OR conjunction)*;
conjunction: negation (AND negation)*;
negation
    : NOT negation      # not
    | predicate         # notNegated
    ;
predicate
    : EXISTS LPAREN query RPAREN    # exists
    | value test?                   # tested
    ;
test
    : comparison value                                              # compare
    | NOT? BETWEEN low=value AND high=value                         # between
    | NOT? IN LPAREN (query | condition (COMMA condition)*) RPAREN  # in
    | NOT? operator=(LIKE | ILIKE) value                            # like
    | IS NOT? NULL                                                  # isNull
    ;
comparison: EQ | NE | LT | LE | GT | GE;

value: term (additive term)*;
additive: PLUS | MINUS | CONCAT;
term: factor (multiplicative factor)*;
multiplicative: STAR | SLASH;
factor
    : (PLUS | MINUS) factor     # signed
    | primary                   # unsigned
    ;
primary
    : NULL                                                                      # nullLiteral
    | (TRUE | FALSE)                                                            # booleanLiteral
    | (INTEGER | HEXADECIMAL | DECIMAL | APPROXIMATE)                           # numberLiteral
    | STRING+                                                                   # stringLiteral
    | CAST LPAREN condition AS castType RPAREN                                  # cast
    | identifier LPAREN (STAR | quantifier? condition (COMMA condition)*)? RPAREN   # functionCall
    | name                                                                      # column
    | LPAREN query RPAREN                                                       # scalarQuery
    | LPAREN condition RPAREN                                                   # parenthesised
    ;
castType: identifier identifier? (LPAREN INTEGER RPAREN)?;

name: identifier (DOT word)*;
identifier: IDENTIFIER | DELIMITED;
word: identifier | keyword;
keyword
    : ALL | AND | AS | ASC | BETWEEN | BY | CAST | CROSS | DESC | DISTINCT | EXCEPT | EXISTS | FALSE | FROM | FULL | GROUP
    | HAVING | ILIKE | IN | INNER | INTERSECT | IS | JOIN | LEFT | LIKE | NATURAL | NOT | NULL | OFFSET | ON | OR | ORDER
    | OUTER | RIGHT | SELECT | TOP | TRUE | UNION | USING | WHERE | WITH
    ;
