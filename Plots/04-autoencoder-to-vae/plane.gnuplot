# Where the test pictures lie
#
# Draw plane.png and plane.svg again, in this folder:  gnuplot plane.gnuplot
# It needs plane.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Where the test pictures lie' font ',13' textcolor rgb '#333333'
set xlabel 'first number of the code' textcolor rgb '#333333'
set ylabel 'second number of the code' textcolor rgb '#333333'
set xrange [-3.66218361:2.85362633]
set yrange [-3.94243211:3.83682364]
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'i' at -1.03414811,1.36689086 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'u' at 1.66870557,0.58424072 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'ku' at -1.5900061,-0.7080811 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'ko' at -0.0134814297,0.446597819 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'shi' at 0.586896465,2.1101658 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'te' at -1.13040164,0.0427318959 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'to' at 0.393867106,-0.190950329 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'no' at 0.68656595,-2.1705684 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'ro' at 1.54272692,-0.643737414 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'n' at -0.77480425,-1.50903183 center textcolor rgb '#222222' front boxed
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
unset key

set terminal pngcairo noenhanced size 800,720 font 'DejaVu Sans,11'
set output 'plane.png'
plot \
    'plane.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#660072b2' title '0', \
    'plane.dat' index 1 using 1:2 with points pointtype 5 pointsize 0.54 linecolor rgb '#66d55e00' title '1', \
    'plane.dat' index 2 using 1:2 with points pointtype 9 pointsize 0.54 linecolor rgb '#66009e73' title '2', \
    'plane.dat' index 3 using 1:2 with points pointtype 13 pointsize 0.54 linecolor rgb '#66cc79a7' title '3', \
    'plane.dat' index 4 using 1:2 with points pointtype 11 pointsize 0.54 linecolor rgb '#66e69f00' title '4', \
    'plane.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#6656b4e9' title '5', \
    'plane.dat' index 6 using 1:2 with points pointtype 5 pointsize 0.54 linecolor rgb '#66222222' title '6', \
    'plane.dat' index 7 using 1:2 with points pointtype 9 pointsize 0.54 linecolor rgb '#660072b2' title '7', \
    'plane.dat' index 8 using 1:2 with points pointtype 13 pointsize 0.54 linecolor rgb '#66d55e00' title '8', \
    'plane.dat' index 9 using 1:2 with points pointtype 11 pointsize 0.54 linecolor rgb '#66009e73' title '9'

set terminal svg noenhanced size 800,720 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'plane.svg'
replot
unset output
