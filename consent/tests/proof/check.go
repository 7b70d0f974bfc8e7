// Judges proofs with Go's sumdb/tlog and sumdb/note. Arguments: the verifier keys, the log's first. Each line of standard
// input is a proof in base64; for each it writes "yes" or "no".
package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type witness struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.id }
func (w witness) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	at := binary.BigEndian.Uint64(sig)
	return ed25519.Verify(w.key, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", at, msg)), sig[8:])
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// Go's reader of base64 passes over line ends and unused bits.
func decode(text string) ([]byte, bool) {
	b, err := base64.StdEncoding.Strict().DecodeString(text)
	return b, err == nil && base64.StdEncoding.EncodeToString(b) == text
}

func number(text string) (int64, bool) {
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil && n >= 0 && strconv.FormatInt(n, 10) == text
}

func leaf(extra []byte) ([]byte, bool) {
	var parts map[string]string
	if json.Unmarshal(extra, &parts) != nil || len(parts) != 2 {
		return nil, false
	}
	salt, err := hex.DecodeString(parts["salt"])
	if err != nil || len(salt) != 32 || hex.EncodeToString(salt) != parts["salt"] {
		return nil, false
	}
	event, ok := parts["event"]
	quoted, err := json.Marshal(event)
	if !ok || err != nil || string(extra) != fmt.Sprintf(`{"salt":"%s","event":%s}`, parts["salt"], quoted) {
		return nil, false
	}
	sum := sha256.Sum256(append(salt, event...))
	return append([]byte{1}, sum[:]...), true
}

func check(text []byte, origin string, known []note.Verifier) bool {
	if !utf8.Valid(text) {
		return false
	}
	parts := strings.SplitN(string(text), "\n\n", 2)
	if len(parts) != 2 {
		return false
	}
	lines := strings.Split(parts[0], "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" ||
		!strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return false
	}
	extra, ok := decode(lines[1][len("extra "):])
	if !ok {
		return false
	}
	index, ok := number(lines[2][len("index "):])
	if !ok {
		return false
	}
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		b, ok := decode(line)
		if !ok || len(b) != tlog.HashSize {
			return false
		}
		var h tlog.Hash
		copy(h[:], b)
		path = append(path, h)
	}
	n, err := note.Open([]byte(parts[1]), note.VerifierList(known...))
	if err != nil || len(n.Sigs) != len(known) || len(n.UnverifiedSigs) != 0 {
		return false
	}
	if strings.Count(parts[1][strings.LastIndex(parts[1], "\n\n")+2:], "\n") != len(known) {
		return false
	}
	for _, sig := range n.Sigs {
		if _, ok := decode(sig.Base64); !ok {
			return false
		}
	}
	body := strings.Split(n.Text, "\n")
	if len(body) != 4 || body[3] != "" || body[0] != origin {
		return false
	}
	size, ok := number(body[1])
	if !ok {
		return false
	}
	root, ok := decode(body[2])
	if !ok || len(root) != tlog.HashSize {
		return false
	}
	var head tlog.Hash
	copy(head[:], root)
	record, ok := leaf(extra)
	if !ok || index >= size {
		return false
	}
	return tlog.CheckRecord(path, size, head, index, tlog.RecordHash(record)) == nil
}

func main() {
	log, err := note.NewVerifier(os.Args[1])
	must(err)
	known := []note.Verifier{log}
	for _, vkey := range os.Args[2:] {
		parts := strings.SplitN(vkey, "+", 3)
		id, err := strconv.ParseUint(parts[1], 16, 32)
		must(err)
		key, ok := decode(parts[2])
		if !ok || key[0] != 4 {
			panic("no key of a witness")
		}
		known = append(known, witness{parts[0], uint32(id), ed25519.PublicKey(key[1:])})
	}
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		text, err := base64.StdEncoding.DecodeString(string(bytes.TrimSpace(line)))
		must(err)
		answer := "no"
		if check(text, log.Name(), known) {
			answer = "yes"
		}
		fmt.Fprintln(out, answer)
	}
}
