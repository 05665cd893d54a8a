package pdf
import ("testing";"racedesk/assets/words")
func TestZZ(t *testing.T){ for n,b:=range map[string]any{"sample":nil,"few":nil,"empty":nil,"hard":nil}{ _=b
 x:=sample(t); if n=="few"{x=few(t)}; if n=="hard"{x=hard(t)}; if n=="empty"{x=board(t)}
 if err:=Write(t.Context(),"/tmp/look/"+n+".pdf",x,words.For("sv"),written);err!=nil{t.Fatal(err)}}}
