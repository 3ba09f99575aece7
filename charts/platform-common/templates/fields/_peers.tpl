{{/*
Peers of a policy for { namespace, podLabels, cidrs }; nothing where none is written.
Usage: {{ include "platform-common.v1.fields.peers" (dict "context" $context "path" "networkPolicy.dns" "peer" $peer) }}
*/}}
{{- define "platform-common.v1.fields.peers" -}}
{{- $namespace := .peer.namespace | default "" -}}
{{- if $namespace }}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ quote $namespace }}
{{- end }}
{{- with .peer.podLabels }}
{{ empty $namespace | ternary "-" " " }} podSelector:
    matchLabels:
      {{- toYaml . | nindent 6 }}
{{- end }}
{{- include "platform-common.v1.fields.addressPeers" (dict "context" .context "path" (printf "%s.cidrs" .path) "cidrs" .peer.cidrs) }}
{{- end -}}

{{/*
Peers of the callers that are switched on: their pods, by name, and the pods of their hooks,
which bear other names so that no Service selects them.
Usage: {{ include "platform-common.v1.fields.callerPeers" $callers }}
*/}}
{{- define "platform-common.v1.fields.callerPeers" -}}
{{- $admitted := list -}}
{{- range $caller, $isAdmitted := . }}
{{- if $isAdmitted }}
{{- $admitted = append $admitted $caller }}
- podSelector:
    matchLabels:
      app.kubernetes.io/name: {{ quote $caller }}
{{- end }}
{{- end }}
{{- with $admitted }}
- podSelector:
    matchExpressions:
      - { key: chartroom/calls-as, operator: In, values: {{ toJson . }} }
{{- end }}
{{- end -}}

{{/*
Peers of address ranges. Stops at what is none.
Usage: {{ include "platform-common.v1.fields.addressPeers" (dict "context" $context "path" "networkPolicy.dns.cidrs" "cidrs" $cidrs) }}
*/}}
{{- define "platform-common.v1.fields.addressPeers" -}}
{{- $at := . -}}
{{- range .cidrs }}
{{- if not (regexMatch "^([0-9]{1,3}([.][0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+)/[0-9]{1,3}$" .) -}}
  {{- fail (printf "%s: values: %s has %q, which is not an address range; write one such as 10.20.0.0/16" $at.context.root.Chart.Name $at.path .) -}}
{{- end }}
- ipBlock:
    cidr: {{ quote . }}
{{- end }}
{{- end -}}

{{/*
Peers of every address, of IPv4 and IPv6.
Usage: {{ include "platform-common.v1.fields.anyAddress" . }}
*/}}
{{- define "platform-common.v1.fields.anyAddress" -}}
- ipBlock:
    cidr: 0.0.0.0/0
- ipBlock:
    cidr: "::/0"
{{- end -}}

{{/*
Peers of every public address: of IPv4 all but the private ranges, of IPv6 the one range that
public addresses are given out of (RFC 4291, global unicast), which needs no exception.
Usage: {{ include "platform-common.v1.fields.publicAddress" . }}
*/}}
{{- define "platform-common.v1.fields.publicAddress" -}}
- ipBlock:
    cidr: 0.0.0.0/0
    except:
      {{- list "10.0.0.0/8" "100.64.0.0/10" "127.0.0.0/8" "169.254.0.0/16" "172.16.0.0/12" "192.168.0.0/16" | toYaml | nindent 6 }}
- ipBlock:
    cidr: "2000::/3"
{{- end -}}

{{/*
Ports of a policy: those that the pods open, since a policy does not know Services.
Usage: {{ include "platform-common.v1.fields.policyPorts" $ports }}
*/}}
{{- define "platform-common.v1.fields.policyPorts" -}}
{{- range . }}
- { port: {{ .targetPort }}, protocol: {{ .protocol }} }
{{- end }}
{{- end -}}
