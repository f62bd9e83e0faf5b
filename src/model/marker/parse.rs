//! Reads a marker: PEP 508's grammar, by recursive descent with a limit on the depth.

use std::str::FromStr;

use super::{Comparison, MAX_DEPTH, MAX_LENGTH, Marker, Node, Operator, Variable};

/// Says what is wrong with a marker.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid marker: {problem} at character {position}")]
pub struct InvalidMarker {
    /// What is wrong.
    pub problem: MarkerProblem,
    /// Bytes into the text.
    pub position: usize,
}

/// What can be wrong with a marker.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkerProblem {
    /// It is longer than allowed.
    #[error("it is longer than {MAX_LENGTH} bytes")]
    TooLong,
    /// Its parentheses nest deeper than allowed.
    #[error("its parentheses nest deeper than {MAX_DEPTH}")]
    TooDeep,
    /// Something else should stand here.
    #[error("expected {what}")]
    Expected {
        /// What should.
        what: &'static str,
    },
    /// A word that is no marker variable.
    #[error("{word:?} is no marker variable")]
    UnknownVariable {
        /// The word, cut to a sane length.
        word: String,
    },
    /// Two variables or two constants are compared.
    #[error("a comparison needs one variable and one constant")]
    NotOneOfEach,
    /// The operator means nothing for these values.
    #[error("{operator} is undefined for this variable and value")]
    Undefined {
        /// The operator.
        operator: &'static str,
    },
}

impl FromStr for Marker {
    type Err = InvalidMarker;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() > MAX_LENGTH {
            return Err(InvalidMarker { problem: MarkerProblem::TooLong, position: MAX_LENGTH });
        }
        let mut parser = Parser { text, rest: text, depth: 0 };
        let node = parser.or()?;
        parser.skip_space();
        if parser.rest.is_empty() { Ok(Self { node }) } else { Err(parser.expected("'and', 'or' or the end")) }
    }
}

struct Parser<'a> {
    text: &'a str,
    rest: &'a str,
    depth: usize,
}

/// One side of a comparison.
enum Operand<'a> {
    Variable(Variable),
    Literal(&'a str),
}

impl<'a> Parser<'a> {
    // marker_or = marker_and ('or' marker_and)*
    fn or(&mut self) -> Result<Node, InvalidMarker> {
        let mut nodes = vec![self.and()?];
        while self.word("or") {
            nodes.push(self.and()?);
        }
        Ok(flat(nodes, Node::Or, |node| if let Node::Or(inner) = node { Ok(inner) } else { Err(node) }))
    }

    // marker_and = marker_expr ('and' marker_expr)*
    fn and(&mut self) -> Result<Node, InvalidMarker> {
        let mut nodes = vec![self.expression()?];
        while self.word("and") {
            nodes.push(self.expression()?);
        }
        Ok(flat(nodes, Node::And, |node| if let Node::And(inner) = node { Ok(inner) } else { Err(node) }))
    }

    // marker_expr = marker_var marker_op marker_var | '(' marker ')'
    fn expression(&mut self) -> Result<Node, InvalidMarker> {
        if !self.symbol("(") {
            return self.comparison().map(Node::Compare);
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error(MarkerProblem::TooDeep));
        }
        let node = self.or()?;
        if !self.symbol(")") {
            return Err(self.expected("')'"));
        }
        self.depth -= 1;
        Ok(node)
    }

    fn comparison(&mut self) -> Result<Comparison, InvalidMarker> {
        let left = self.operand()?;
        let operator = self.operator()?;
        let right = self.operand()?;
        let (variable, literal, literal_first) = match (left, right) {
            (Operand::Variable(variable), Operand::Literal(literal)) => (variable, literal, false),
            (Operand::Literal(literal), Operand::Variable(variable)) => (variable, literal, true),
            _ => return Err(self.error(MarkerProblem::NotOneOfEach)),
        };
        Comparison::new(variable, operator, literal, literal_first).map_err(|problem| self.error(problem))
    }

    // marker_var = env_var | python_str
    fn operand(&mut self) -> Result<Operand<'a>, InvalidMarker> {
        self.skip_space();
        for quote in ['\'', '"'] {
            if let Some(after) = self.rest.strip_prefix(quote) {
                let (literal, rest) = after.split_once(quote).ok_or_else(|| self.expected("a closing quote"))?;
                // python_str: printable characters; a backslash would be an escape to some readers.
                if literal.chars().any(|c| c == '\\' || c.is_control()) {
                    return Err(self.expected("a constant without escapes and control characters"));
                }
                self.rest = rest;
                return Ok(Operand::Literal(literal));
            }
        }
        let word = self.peek_word();
        if word.is_empty() {
            return Err(self.expected("a marker variable or a quoted constant"));
        }
        let unknown = || MarkerProblem::UnknownVariable { word: word.chars().take(40).collect() };
        let variable = Variable::of(word).ok_or_else(|| self.error(unknown()))?;
        self.take(word);
        Ok(Operand::Variable(variable))
    }

    // marker_op = version_cmp | 'in' | 'not' wsp+ 'in'
    fn operator(&mut self) -> Result<Operator, InvalidMarker> {
        self.skip_space();
        if self.word("in") {
            return Ok(Operator::In);
        }
        if self.word("not") {
            return if self.word("in") { Ok(Operator::NotIn) } else { Err(self.expected("'in' after 'not'")) };
        }
        // The longest first: `===` begins with `==`.
        for symbol in ["===", "==", "~=", "!=", "<=", ">=", "<", ">"] {
            if self.symbol(symbol) {
                return Operator::of(symbol).ok_or_else(|| self.expected("an operator"));
            }
        }
        Err(self.expected("an operator"))
    }

    /// Takes a symbol, if it is next.
    fn symbol(&mut self, symbol: &str) -> bool {
        self.skip_space();
        let found = self.rest.starts_with(symbol);
        if found {
            self.take(symbol);
        }
        found
    }

    /// Takes a whole word, if it is next.
    fn word(&mut self, word: &str) -> bool {
        self.skip_space();
        let found = self.peek_word() == word;
        if found {
            self.take(word);
        }
        found
    }

    fn peek_word(&self) -> &'a str {
        let end = self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'));
        self.rest.get(..end.unwrap_or(self.rest.len())).unwrap_or_default()
    }

    fn take(&mut self, what: &str) {
        self.rest = self.rest.get(what.len()..).unwrap_or_default();
    }

    // wsp = ' ' | '\t'
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
    }

    fn error(&self, problem: MarkerProblem) -> InvalidMarker {
        InvalidMarker { problem, position: self.text.len() - self.rest.len() }
    }

    fn expected(&self, what: &'static str) -> InvalidMarker {
        self.error(MarkerProblem::Expected { what })
    }
}

/// Joins nodes into one; a lone one stays itself and a nested one of the same kind is flattened.
fn flat(nodes: Vec<Node>, join: fn(Vec<Node>) -> Node, inner: fn(Node) -> Result<Vec<Node>, Node>) -> Node {
    let mut flat = Vec::new();
    for node in nodes {
        match inner(node) {
            Ok(nodes) => flat.extend(nodes),
            Err(node) => flat.push(node),
        }
    }
    match flat.pop() {
        Some(last) if flat.is_empty() => last,
        last => join(flat.into_iter().chain(last).collect()),
    }
}

impl Comparison {
    /// Makes a comparison whose evaluation is defined everywhere.
    fn new(variable: Variable, operator: Operator, literal: &str, literal_first: bool) -> Result<Self, MarkerProblem> {
        let undefined = MarkerProblem::Undefined { operator: operator.text() };
        // PEP 751: the sets can only be asked whether they contain a name.
        if variable.is_set() && !(literal_first && matches!(operator, Operator::In | Operator::NotIn)) {
            return Err(undefined);
        }
        let specifier = if variable.is_version() && !literal_first { specifier(operator, literal) } else { None };
        let is_defined = match operator {
            // PEP 440: `~=` needs a version with at least two segments on its right, known now.
            Operator::Compatible => specifier.is_some(),
            // PEP 440: `===` compares the texts of versions, whatever they are; a specifier has no spaces inside.
            Operator::Identical => {
                variable.is_version() && (literal_first || !literal.trim().contains([' ', ';', ')']))
            }
            _ => true,
        };
        if !is_defined {
            return Err(undefined);
        }
        // PEP 685: names of extras are compared in their normal form.
        let is_name = variable.is_set() || variable == Variable::Extra;
        let literal = if is_name { normalized(literal) } else { literal.to_owned() };
        Ok(Self { variable, operator, literal, literal_first, specifier })
    }
}

/// Reads `operator literal` as a version specifier, if it is one.
pub(super) fn specifier(operator: Operator, literal: &str) -> Option<pep440_rs::VersionSpecifier> {
    if matches!(operator, Operator::In | Operator::NotIn | Operator::Identical) {
        return None;
    }
    format!("{}{literal}", operator.text()).parse().ok()
}

/// PEP 503's normal form, of any text.
pub(super) fn normalized(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '-' | '_' | '.' if normal.ends_with('-') => {}
            '-' | '_' | '.' => normal.push('-'),
            c => normal.extend(c.to_lowercase()),
        }
    }
    normal
}
