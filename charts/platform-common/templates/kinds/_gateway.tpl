{{/*
A Gateway of the service's own: for each host name a listener for HTTP and one for HTTPS with
the service's certificate. A Gateway has at most 64 listeners.
Usage: {{ include "platform-common.v1.kinds.gateway" $context }}
*/}}
{{- define "platform-common.v1.kinds.gateway" -}}
{{- $gateway := .values.gateway -}}
{{- if and .hosts $gateway.enabled -}}
{{- $context := . -}}
{{- if not $gateway.className -}}
  {{- fail (printf "%s: values: gateway.className is empty; write the GatewayClass that makes the gateway" .root.Chart.Name) -}}
{{- end -}}
{{- if gt (len .hosts) 32 -}}
  {{- fail (printf "%s: values: a Gateway has 64 listeners, two for each host name, and wiring.hosts and ingress.hosts hold %d; write *.example.com for those of one domain" .root.Chart.Name (len .hosts)) -}}
{{- end }}
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" $gateway.annotations) | nindent 2 }}
spec:
  gatewayClassName: {{ quote $gateway.className }}
  listeners:
    {{- range .hosts }}
    - name: {{ include "platform-common.v1.fields.listenerName" (dict "protocol" "http" "host" .) | quote }}
      hostname: {{ quote . }}
      port: 80
      protocol: HTTP
    - name: {{ include "platform-common.v1.fields.listenerName" (dict "protocol" "https" "host" .) | quote }}
      hostname: {{ quote . }}
      port: 443
      protocol: HTTPS
      tls:
        mode: Terminate
        certificateRefs:
          - kind: Secret
            name: {{ include "platform-common.v1.fields.certificateSecret" $context | quote }}
    {{- end }}
{{- end }}
{{- end -}}

{{/*
Name of a listener: `https.shop.example.com`, or `https-any.example.com` for *.example.com,
which no other host gives. It does not change with the other hosts, and routes may name it; a
host that is too long for it gives a digest.
Usage: {{ include "platform-common.v1.fields.listenerName" (dict "protocol" "https" "host" $host) }}
*/}}
{{- define "platform-common.v1.fields.listenerName" -}}
{{- $name := hasPrefix "*." .host | ternary (printf "%s-any.%s" .protocol (trimPrefix "*." .host)) (printf "%s.%s" .protocol .host) -}}
{{- gt (len $name) 253 | ternary (printf "%s-%s" .protocol (sha256sum .host)) $name -}}
{{- end -}}
