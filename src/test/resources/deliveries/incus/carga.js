// k6 run carga.js
import http from 'k6/http';
import { check } from 'k6';

export const options = {
  scenarios: {
    normal: { executor: 'constant-vus', vus: 5, duration: '15s' },
    desborde: { executor: 'constant-vus', vus: 60, duration: '15s', startTime: '20s' },
  },
};

export default function () {
  const r = http.get('http://192.168.58.21:8000/');
  check(r, { 'responde 200': (res) => res.status === 200 });
}
