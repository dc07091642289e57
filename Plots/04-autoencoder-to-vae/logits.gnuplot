# A pixel of paper that is taken for ink
#
# Draw logits.png and logits.svg again, in this folder:  gnuplot logits.gnuplot
# It needs logits.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,380 font 'DejaVu Sans,11'
    set output 'logits.png'
    call 'logits.gnuplot' 'page'
    set terminal svg noenhanced size 800,380 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'logits.svg'
    call 'logits.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'A pixel of paper that is taken for ink' font ',14'

# Panel 1: What it costs
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.894736842
set title 'What it costs' font ',13' textcolor rgb '#333333'
set xlabel 'logit a' textcolor rgb '#333333'
set ylabel 'cost, nats' textcolor rgb '#333333'
set xrange [0:30]
set yrange [0:31.7584112]
set xtics 10 format '%.0f'
set ytics 10 format '%.0f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'logits.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title '−log(1 − p + 10⁻⁸)', \
    'logits.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#0072b2' title 'from the logit'

# Panel 2: Its slope
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.894736842
set title 'Its slope' font ',13' textcolor rgb '#333333'
set xlabel 'logit a' textcolor rgb '#333333'
set ylabel 'd cost / d logit' textcolor rgb '#333333'
set xrange [0:30]
set yrange [-0.1:1.3]
set xtics 10 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'logits.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title '−log(1 − p + 10⁻⁸)', \
    'logits.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#0072b2' title 'from the logit'
unset multiplot
